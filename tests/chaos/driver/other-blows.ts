import { setTimeout as sleep } from 'node:timers/promises'
import type { Installation, Place } from '../installation/installation.ts'
import type { Moment } from '../installation/points.ts'
import { caught } from '../installation/trap.ts'
import type { Dice } from '../processes/random.ts'
import { disarm } from './death.ts'
import { work } from './work.ts'

const reachedWithinMs = 15_000

/**
 * Has one process stand still at a moment for so long, in time of the engine, and then go on as if nothing had
 * happened. Whether one came to the moment.
 */
export async function standStill(
  installation: Installation,
  { moment, forMs }: { moment: Moment; forMs: number },
  dice: Dice,
): Promise<boolean> {
  const stopped = whichStops(installation, moment)
  for (const { program } of installation.places) {
    await program.call('trap', { moment, signal: 'SIGSTOP', passes: 0 })
  }
  const working = work(installation, dice, { invoices: 2, newCustomers: 0.6 })
  const place = await Promise.race([stopped, sleep(reachedWithinMs, null, { ref: false })])
  const others = installation.places.filter((it) => it !== place)
  for (const other of others) await letGo(other)
  if (place !== null) {
    await sleep(forMs / installation.time.speed)
    place.program.signal('SIGCONT')
  }
  await disarm(installation)
  await working
  return place !== null
}

function whichStops({ places }: Installation, moment: Moment): Promise<Place> {
  return new Promise((resolve) => {
    for (const place of places) {
      place.program.onLine((line) => {
        if (line === `${caught}${moment}`) resolve(place)
      })
    }
  })
}

const letGoEveryMs = 20

/** Takes its trap away; one that was caught in it meanwhile goes on, as often as it takes to hear from it. */
async function letGo({ program }: Place): Promise<void> {
  const goingOn = setInterval(() => program.signal('SIGCONT'), letGoEveryMs)
  await program.call('trap', null).finally(() => clearInterval(goingOn))
}

/** Nothing reaches the service, or nothing comes back from it, for so long in time of the engine. */
export async function blackHole(
  installation: Installation,
  { of, forMs }: { of: 'requests' | 'answers'; forMs: number },
  dice: Dice,
): Promise<void> {
  for (const { proxy } of installation.places) proxy.swallow(of)
  await work(installation, dice, { invoices: 2, newCustomers: 0.4 })
  await sleep(forMs / installation.time.speed)
  for (const { proxy } of installation.places) proxy.swallow(null)
}
