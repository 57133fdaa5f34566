import {
  announceActivities,
  type BackfillOutcome,
  type BackfillRow,
  backfillProgress,
  changeBackfill,
  type Database,
  findBackfillsToDo,
  findConnection,
  findInvoice,
  findOverride,
  inOrganization,
  lockBackfill,
  lookAtBackfillAgain,
  markLaneDue,
  nextBackfillItems,
  recordActivity,
  settleBackfillItem,
  type Transaction,
} from '@stella/database'
import { connectionEntry } from '../activities/activity-entries.ts'
import { planBooking } from '../bookings/plan-booking.ts'
import { adoptFound } from '../overrides/adopt.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import { type Repeated, repeatOrWake } from '../ports/repeat.ts'
import { salesIn } from './read-backfill.ts'

export type BackfillParts = {
  /** Role `stella_app`: it plans bookings. */
  readonly app: Database
  /** Role `stella_worker`: it finds what runs, of whichever organization. */
  readonly worker: Database
  readonly clock: Clock
  readonly log: Log
  /** Tells the worker that there is something to book. */
  readonly wake: () => void
}

/** So many administrations are worked for in one look. */
const AT_ONCE = 32
/**
 * So many of one backfill are on their way at once: the engine sends one at a time, so more gains nothing; fewer, and new
 * invoices, which come after what was planned before them, wait no longer than for these, and a stop is a stop.
 */
const AHEAD = 5
/** In one transaction: what stands there already is no call. */
const ADOPTED_AT_ONCE = 50
/** How often one that runs is looked at. */
const LOOK_EVERY_MS = 2_000

/** Does what was confirmed, little by little, from where it was. Any number may run, in any number of processes. */
export function startBackfills(parts: BackfillParts): Repeated & { wake(): void } {
  return repeatOrWake((stopped) => runBackfills(parts, stopped), {
    clock: parts.clock,
    everyMs: LOOK_EVERY_MS,
    onFailure: (error) => parts.log.warn('old invoices could not be planned', { error: String(error) }),
  })
}

/** One look at all that run. */
export async function runBackfills(parts: BackfillParts, stopped: AbortSignal): Promise<void> {
  const { app, clock, log, wake, worker } = parts
  const now = new Date(clock.now())
  const running = await findBackfillsToDo(worker, { state: 'running', now, limit: AT_ONCE })
  for (const { backfillId, organizationId } of running) {
    if (stopped.aborted) return
    try {
      const done = await inOrganization(app, organizationId, async (tx) => {
        const count = await step(tx, backfillId, now)
        const again = new Date(now.getTime() + LOOK_EVERY_MS)
        if (count === 0) await lookAtBackfillAgain(tx, { id: backfillId, at: again })
        return count
      })
      if (done === 0) continue
      void announceActivities(app, organizationId)
      wake()
    } catch (error) {
      log.warn('old invoices of one organization could not be planned', { error: String(error) })
    }
  }
}

/** The next piece of one, in one transaction: all of it or nothing. Returns how many invoices were done. */
async function step(tx: Transaction, backfillId: string, now: Date): Promise<number> {
  await markLaneDue(tx, now)
  const backfill = await lockBackfill(tx, backfillId)
  if (backfill?.state !== 'running') return 0
  const connection = await findConnection(tx)
  if (
    connection === null ||
    connection.state === 'disconnected' ||
    connection.books_id !== backfill.books_id
  ) {
    await end(tx, backfill, { to: 'void', kind: 'backfill_void', at: now })
    return 0
  }
  if (connection.state === 'paused') return 0
  const { waiting } = await backfillProgress(tx, backfillId)
  const next = await nextBackfillItems(tx, { backfillId, limit: ADOPTED_AT_ONCE })
  if (next.length === 0) {
    if (waiting === 0) await end(tx, backfill, { to: 'done', kind: 'backfill_done', at: now })
    return 0
  }
  const adopted = next.filter(({ mutationNumber }) => mutationNumber !== null)
  const chosen = adopted.length > 0 ? adopted : next.slice(0, Math.max(0, AHEAD - waiting))
  for (const item of chosen) {
    const outcome = await doItem(tx, backfill, item, now)
    await settleBackfillItem(tx, { backfillId, invoiceId: item.invoiceId, outcome, at: now })
  }
  return chosen.length
}

/** Whatever somebody decided of it since it was confirmed counts: then it is refused. */
async function doItem(
  tx: Transaction,
  backfill: BackfillRow,
  { invoiceId, mutationNumber }: { invoiceId: string; mutationNumber: number | null },
  now: Date,
): Promise<BackfillOutcome> {
  const invoice = await findInvoice(tx, invoiceId)
  if (invoice?.state !== 'final' || (await findOverride(tx, invoiceId)) !== null) return 'refused'
  if (mutationNumber === null) {
    const planned = await planBooking(tx, { invoice, now })
    return planned === 'planned' || planned === 'refused' ? 'planned' : 'refused'
  }
  const found = salesIn(backfill).find(({ number }) => number === mutationNumber) ?? null
  const said = { invoice, booksId: backfill.books_id, found, by: backfill.confirmed_by ?? '', now }
  return (await adoptFound(tx, said)) === null ? 'adopted' : 'refused'
}

async function end(
  tx: Transaction,
  backfill: BackfillRow,
  { at, kind, to }: { to: 'done' | 'void'; kind: 'backfill_done' | 'backfill_void'; at: Date },
): Promise<void> {
  const connection = await findConnection(tx)
  if (!(await changeBackfill(tx, { id: backfill.id, from: ['running'], to, at })) || connection === null)
    return
  const { adopted, booked, failed, refused, total } = await backfillProgress(tx, backfill.id)
  const entry = connectionEntry(kind, connection.id, { at: at.getTime() })
  const counts = { count: total, adopted, booked, failed, refused }
  await recordActivity(tx, { ...entry, parameters: { ...entry.parameters, ...counts } })
}
