import type { Installation, Organization, Place } from '../installation/installation.ts'
import type { Trap } from '../installation/trap.ts'
import type { Dice } from '../processes/random.ts'
import type { Interference } from '../proxy/interfering-proxy.ts'
import type { Blow } from './blows.ts'
import { arm, disarm, firstDeath } from './death.ts'
import { hasUnverified, readBackNow, settle } from './settle.ts'
import { anyPlace, work } from './work.ts'

/** In time of the engine. */
const reachedWithinMs = 4 * 60_000
/** For processes that start while others use both cores. */
const machineSlackMs = 20_000

/** Whose process was killed, and what a person does about it once it runs again. */
export type Killed = { readonly place: Place | null; readonly afterwards?: () => Promise<unknown> }

/** Brings an installation to a moment at which one of its processes dies; null when none came there in time. */
export async function killAt(
  installation: Installation,
  blow: Extract<Blow, { kind: 'kill' }>,
  dice: Dice,
): Promise<Killed | null> {
  const trap: Trap = { moment: blow.moment, signal: 'SIGKILL', passes: blow.passes }
  const soon: Trap = { ...trap, passes: 0 }
  switch (blow.moment) {
    case 'books: session opened':
      return diesAfterStart(installation, soon, dice)
    case 'seal: before opening':
      installation.rotateKey()
      return diesAfterStart(installation, soon, dice)
    case 'office: before codes':
    case 'office: codes stored':
      return diesOverCodes(installation, soon, dice)
    case 'books: before look-up':
    case 'books: after look-up':
    case 'store: before look-up outcome':
      return diesAtWork(installation, soon, dice, { losing: true })
    case 'books: before reading back':
    case 'books: after reading back':
    case 'store: before verified':
      return diesReadingBack(installation, soon, dice)
    default:
      return diesAtWork(installation, trap, dice, { losing: false })
  }
}

async function diesAtWork(
  installation: Installation,
  trap: Trap,
  dice: Dice,
  { losing }: { losing: boolean },
): Promise<Killed | null> {
  if (losing) loseOne(installation, dice)
  await arm(installation, trap, dice)
  return dies(installation, reachedWithinMs, () =>
    work(installation, dice, { invoices: 2, newCustomers: 0.4 }),
  )
}

/** Loses an answer or a request, so that there is an outcome to look up. */
export function loseOne({ places }: Installation, dice: Dice): void {
  const kind = dice.pick<Interference['kind']>(['answer_lost', 'request_lost'])
  const operation = dice.pick(['AddMutatie', 'AddMutatie', 'AddRelatie'])
  for (const { proxy } of places) proxy.interfere({ kind, operation })
}

/** Ends the processes in order, starts them anew, and gives them work. */
async function diesAfterStart(installation: Installation, trap: Trap, dice: Dice): Promise<Killed | null> {
  for (const place of installation.places) {
    await place.program.stop()
    installation.restart(place, trap)
  }
  return dies(installation, reachedWithinMs, () =>
    work(installation, dice, { invoices: 1, newCustomers: 0.2 }),
  )
}

async function diesReadingBack(installation: Installation, trap: Trap, dice: Dice): Promise<Killed | null> {
  if (!(await hasUnverified(installation))) {
    await work(installation, dice, { invoices: 1, newCustomers: 0 })
    await settle(installation)
  }
  await arm(installation, trap, dice)
  return dies(installation, reachedWithinMs, () => readBackNow(installation))
}

/** The password was changed and a person enters the new code; what was not said to be stored is entered again. */
async function diesOverCodes(installation: Installation, trap: Trap, dice: Dice): Promise<Killed | null> {
  const [first, ...others] = installation.organizations
  if (first === undefined) return null
  const organization: Organization = dice.pick([first, ...others])
  await installation.changePassword(organization)
  if (dice.happens(0.5)) await work(installation, dice, { invoices: 1, newCustomers: 0.3 })
  const place = anyPlace(installation, dice)
  await place.program.call('trap', trap)
  const killed = await dies(installation, reachedWithinMs, () => installation.link(place, organization))
  if (trap.moment === 'office: codes stored' || killed === null) return killed
  return { ...killed, afterwards: () => installation.link(place, organization) }
}

export async function dies(
  installation: Installation,
  withinMs: number,
  act: () => Promise<unknown>,
): Promise<Killed | null> {
  const acting = act().catch(() => {})
  const place = await firstDeath(installation, withinMs / installation.time.speed + machineSlackMs)
  await disarm(installation)
  await acting
  return place === null ? null : { place }
}
