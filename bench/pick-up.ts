import { sql } from 'kysely'
import type { Store } from '../bookkeeping/src/ports/store.ts'
import { addBacklog } from './backlog.ts'
import type { Figure } from './figure.ts'
import type { Office } from './office.ts'
import { quantile } from './statistics.ts'

/** Each leaves a dead row of its lane, which a snapshot that is held keeps from being cleared away. */
const turnsWhileHeld = 5_000

/**
 * R7: the slowest of a hundred times that a worker takes a lane, looks what comes first and gives the lane back, with
 * many bookings waiting in all lanes over few; and with many while somebody holds an old snapshot over without.
 */
export async function pickUp(
  few: Office,
  many: Office,
  size: { runs: number; turns: number; waiting: number },
): Promise<Figure[]> {
  await fill(few, 1_000)
  await fill(many, size.waiting)
  const [atFew, atMany, held]: [number[], number[], number[]] = [[], [], []]
  for (let run = 0; run < size.runs; run += 1) {
    atFew.push(await slowest(few, size.turns))
    atMany.push(await slowest(many, size.turns))
  }
  await many.owner.kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      await sql`select count(*) from booking_lanes`.execute(tx)
      await slowest(many, turnsWhileHeld)
      for (let run = 0; run < size.runs; run += 1) held.push(await slowest(many, size.turns))
    })
  const figure = (
    title: string,
    over: readonly number[],
    under: readonly number[],
    most: number,
  ): Figure => ({
    ...{ id: 'R7', title: `taking up work, p99, ${title}`, bar: { most } },
    runs: over.map((value, run) => value / (under[run] ?? Number.NaN)),
    details: { ms: quantile(over, 0.5), 'over ms': quantile(under, 0.5) },
  })
  return [
    figure(`${size.waiting} waiting over 1000`, atMany, atFew, 1.5),
    figure('an old snapshot held over none', held, atMany, 2),
  ]
}

async function fill(office: Office, waiting: number): Promise<void> {
  const each = Math.ceil(waiting / office.tenants.length)
  for (const tenant of office.tenants) await addBacklog(office, tenant, each)
}

async function slowest(office: Office, turns: number): Promise<number> {
  const store = office.store()
  const times: number[] = []
  for (let turn = 0; turn < turns; turn += 1) times.push(await takeUp(store))
  return quantile(times, 0.99)
}

async function takeUp(store: Store): Promise<number> {
  const startedAt = performance.now()
  const now = Date.now()
  const [lane] = await store.claimLanes({ worker: 'bench', now, leaseUntil: now + 60_000, limit: 1 })
  if (lane === undefined) throw new Error('no lane is due')
  if ((await store.look(lane, now)) === null) throw new Error('there is nothing to do')
  await store.releaseLane(lane, { now, notBefore: null, breaker: lane.breaker })
  return performance.now() - startedAt
}
