import { setTimeout as sleep } from 'node:timers/promises'
import type { Installation, Place } from '../installation/installation.ts'
import { type Moment, momentsOf, pointNames } from '../installation/points.ts'
import { caught, type Trap } from '../installation/trap.ts'
import type { Dice } from '../processes/random.ts'
import type { Interference } from '../proxy/interfering-proxy.ts'

/** Arms a moment in every process of an installation, whether it lies in the process or on the wire. */
export async function arm(installation: Installation, trap: Trap, dice: Dice): Promise<void> {
  const { speed } = installation.time
  for (const place of installation.places) {
    const interference = interferenceAt(trap.moment, dice, speed)
    const then = () => {
      place.killedAt = trap.moment
      place.program.signal('SIGKILL')
    }
    if (interference !== null) place.proxy.interfere({ ...interference, then })
    else await place.program.call('trap', trap).catch(() => {})
  }
}

/** Takes back what was armed and not reached. */
export async function disarm({ places }: Installation): Promise<void> {
  for (const { program, proxy } of places) {
    proxy.interfere(null)
    await program.call('trap', null).catch(() => {})
  }
}

/** A late request arrives before anybody may believe that it never will: see QUARANTINE_MS. */
const latestMs = 100_000

function interferenceAt(moment: Moment, dice: Dice, speed: number): Interference | null {
  switch (moment) {
    case 'wire: AddRelatie sent':
      return { kind: 'sent', operation: 'AddRelatie' }
    case 'wire: AddMutatie half sent':
      return { kind: 'half_sent', operation: 'AddMutatie' }
    case 'wire: AddMutatie sent':
      return { kind: 'sent', operation: 'AddMutatie' }
    case 'wire: AddMutatie arrives late':
      return { kind: 'sent', operation: 'AddMutatie', lateByMs: dice.whole(1_000, latestMs) / speed }
    case 'wire: AddMutatie half answered':
      return { kind: 'half_answered', operation: 'AddMutatie' }
    default:
      return null
  }
}

/** The place whose process ends first, or null when none does within so many milliseconds of the machine. */
export async function firstDeath({ places }: Installation, withinMs: number): Promise<Place | null> {
  const tooLate = new AbortController()
  const deaths = places.map((place) => place.program.ended.then(() => place))
  const late = sleep(withinMs, null, { signal: tooLate.signal }).catch(() => null)
  const dead = await Promise.race([...deaths, late])
  tooLate.abort()
  return dead
}

/** Where a process was killed on purpose; null when it ended in another way. */
export function momentOfDeath({ killedAt, program }: Place): Moment | null {
  if (killedAt !== null) return killedAt
  const moments = pointNames.flatMap((point): readonly Moment[] => momentsOf(point))
  return moments.find((moment) => program.output().includes(`${caught}${moment}\n`)) ?? null
}
