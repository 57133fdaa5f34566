import { sql, type Transaction } from 'kysely'
import { openBookingStates } from '../bookings/booking-states.ts'
import type { DB } from '../schema/schema.generated.ts'
import type { BackfillOutcome } from './backfill-states.ts'

export type BackfillItem = { readonly invoiceId: string; readonly mutationNumber: number | null }

/** Writes what was confirmed, in the order in which it is done; in one statement, as it may be thousands. */
export async function insertBackfillItems(
  tx: Transaction<DB>,
  backfillId: string,
  items: readonly BackfillItem[],
): Promise<void> {
  if (items.length === 0) return
  const rows = items.map(({ invoiceId, mutationNumber }, place) => ({
    invoice_id: invoiceId,
    mutation_number: mutationNumber,
    place,
  }))
  await sql`
    insert into backfill_items (backfill_id, invoice_id, mutation_number, place)
    select ${backfillId}::uuid, invoice_id, mutation_number, place
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as item (invoice_id uuid, mutation_number bigint, place integer)`.execute(
    tx,
  )
}

/** The next of it that nothing was done of. */
export async function nextBackfillItems(
  tx: Transaction<DB>,
  { backfillId, limit }: { backfillId: string; limit: number },
): Promise<BackfillItem[]> {
  const rows = await tx
    .selectFrom('backfill_items')
    .select(['invoice_id', 'mutation_number'])
    .where('backfill_id', '=', backfillId)
    .where('outcome', 'is', null)
    .orderBy('place')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    invoiceId: row.invoice_id,
    mutationNumber: row.mutation_number === null ? null : Number(row.mutation_number),
  }))
}

export async function settleBackfillItem(
  tx: Transaction<DB>,
  done: {
    backfillId: string
    invoiceId: string
    outcome: BackfillOutcome
    at: Date
  },
): Promise<void> {
  await tx
    .updateTable('backfill_items')
    .set({ outcome: done.outcome, done_at: done.at })
    .where('backfill_id', '=', done.backfillId)
    .where('invoice_id', '=', done.invoiceId)
    .where('outcome', 'is', null)
    .execute()
}

/** How far a backfill is. Together the first four, and what is not done yet, are all of it. */
export type BackfillProgress = {
  readonly total: number
  readonly adopted: number
  readonly booked: number
  readonly waiting: number
  readonly failed: number
  /** Not begun, as somebody decided of it otherwise meanwhile, or its invoice is not there. */
  readonly refused: number
}

export async function backfillProgress(tx: Transaction<DB>, backfillId: string): Promise<BackfillProgress> {
  const open = sql.join(openBookingStates.map((state) => sql.lit(state)))
  return tx
    .selectFrom('backfill_items as item')
    .leftJoin('bookings', 'bookings.invoice_id', 'item.invoice_id')
    .where('item.backfill_id', '=', backfillId)
    .select([
      sql<number>`count(*)::int`.as('total'),
      sql<number>`(count(*) filter (where item.outcome = 'adopted'))::int`.as('adopted'),
      sql<number>`(count(*) filter (where item.outcome = 'planned' and bookings.state in ('booked', 'verified', 'adopted')))::int`.as(
        'booked',
      ),
      sql<number>`(count(*) filter (where item.outcome = 'planned' and bookings.state in (${open})))::int`.as(
        'waiting',
      ),
      sql<number>`(count(*) filter (where item.outcome = 'planned' and bookings.state in ('rejected', 'conflict', 'excluded')))::int`.as(
        'failed',
      ),
      sql<number>`(count(*) filter (where item.outcome = 'refused'))::int`.as('refused'),
    ])
    .executeTakeFirstOrThrow()
}
