import type { Selectable, Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** One reading of the sales of a period in the books; `sales` is what the engine wrote there. */
export type ReconciliationRow = Omit<Selectable<DB['reconciliations']>, 'sales'> & { readonly sales: unknown }

/** The first that is not finished, of these books. */
export async function findUnfinishedReconciliation(
  tx: Transaction<DB>,
  booksId: string,
): Promise<ReconciliationRow | null> {
  const row = await tx
    .selectFrom('reconciliations')
    .selectAll()
    .where('books_id', '=', booksId)
    .where('finished_at', 'is', null)
    .orderBy('requested_at')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Of a period of these books: the last that is finished, and one that is under way. */
export async function findReconciliations(
  tx: Transaction<DB>,
  of: { booksId: string; from: string; until: string },
): Promise<{ finished: ReconciliationRow | null; unfinished: Omit<ReconciliationRow, 'sales'> | null }> {
  const ofPeriod = tx
    .selectFrom('reconciliations')
    .where('books_id', '=', of.booksId)
    .where('from_day', '=', of.from)
    .where('until_day', '=', of.until)
  const finished = await ofPeriod
    .selectAll()
    .where('finished_at', 'is not', null)
    .orderBy('finished_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const unfinished = await ofPeriod
    .selectAll()
    .where('finished_at', 'is', null)
    .orderBy('requested_at')
    .limit(1)
    .executeTakeFirst()
  return { finished: finished ?? null, unfinished: unfinished ?? null }
}

/** Asks for a reading of a period. */
export async function insertReconciliation(
  tx: Transaction<DB>,
  reading: {
    id: string
    booksId: string
    from: string
    until: string
    requestedAt: Date
    requestedBy: string | null
  },
): Promise<void> {
  await tx
    .insertInto('reconciliations')
    .values({
      id: reading.id,
      books_id: reading.booksId,
      from_day: reading.from,
      until_day: reading.until,
      requested_at: reading.requestedAt,
      requested_by: reading.requestedBy,
    })
    .execute()
}

export type ReconciliationProgress = {
  readonly id: string
  readonly beganAt: Date
  readonly finishedAt: Date | null
  readonly upTo: number | null
  readonly calls: number
  readonly mutationsRead: number
  /** Plain data. */
  readonly sales: readonly unknown[]
}

/** Writes how far a reading is; a finished one takes the place of those of its period before it. */
export async function saveReconciliation(
  tx: Transaction<DB>,
  progress: ReconciliationProgress,
): Promise<void> {
  const { calls, finishedAt, id, mutationsRead, sales, upTo } = progress
  await tx
    .updateTable('reconciliations')
    .set({
      began_at: progress.beganAt,
      finished_at: finishedAt,
      up_to: upTo === null ? null : BigInt(upTo),
      calls,
      mutations_read: mutationsRead,
      sales: JSON.stringify(sales),
    })
    .where('id', '=', id)
    .execute()
  if (finishedAt !== null) await removeEarlier(tx, id)
}

async function removeEarlier(tx: Transaction<DB>, id: string): Promise<void> {
  await tx
    .deleteFrom('reconciliations as earlier')
    .using('reconciliations as last')
    .where('last.id', '=', id)
    .where('earlier.id', '<>', id)
    .whereRef('earlier.books_id', '=', 'last.books_id')
    .whereRef('earlier.from_day', '=', 'last.from_day')
    .whereRef('earlier.until_day', '=', 'last.until_day')
    .where('earlier.finished_at', 'is not', null)
    .execute()
}
