import { type Insertable, type Selectable, sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** One remote call: what was said, when, and what came back; the codes and the session are cut out. */
export type ExchangeRow = Pick<Selectable<DB['exchanges']>, (typeof columns)[number]>

/** Each is named, as the role of the support desk may see no others. */
const columns = [
  'id',
  'started_at',
  'finished_at',
  'operation',
  'outcome',
  'code',
  'http_status',
  'request',
  'response',
] as const

/** What came of a call. */
export type ExchangeResult = Pick<
  Insertable<DB['exchanges']>,
  'finished_at' | 'outcome' | 'code' | 'http_status' | 'request' | 'response'
>

/** Records calls, at least one; to be carried out together with others. */
export function insertExchangesStatement(
  tx: Transaction<DB>,
  exchanges: readonly Insertable<DB['exchanges']>[],
) {
  return tx
    .insertInto('exchanges')
    .values([...exchanges])
    .returning('id')
}

/** Writes what came of a call that was recorded before it was made; to be carried out together with others. */
export function finishExchangeStatement(tx: Transaction<DB>, exchangeId: string, result: ExchangeResult) {
  return tx.updateTable('exchanges').set(result).where('id', '=', exchangeId).returning('id')
}

/** Everything that was said for a relation, and for a booking of it where one is given, in order of time. */
export async function listExchanges(
  tx: Transaction<DB>,
  of: { bookingId: string | null; relationId: string },
): Promise<ExchangeRow[]> {
  return tx
    .selectFrom('exchanges')
    .select(columns)
    .where((eb) => eb.or([eb('booking_id', '=', of.bookingId), eb('relation_id', '=', of.relationId)]))
    .orderBy('started_at')
    .execute()
}

/** How many calls of an operation were made to these books since then. */
export async function countExchanges(
  tx: Transaction<DB>,
  of: { booksId: string; operation: string; since: Date },
): Promise<number> {
  const { count } = await tx
    .selectFrom('exchanges')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('started_at', '>=', of.since)
    .where('books_id', '=', of.booksId)
    .where('operation', '=', of.operation)
    .executeTakeFirstOrThrow()
  return count
}
