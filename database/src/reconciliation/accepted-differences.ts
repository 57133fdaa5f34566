import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

export interface AcceptedDifference {
  readonly key: string
  readonly reason: string
  readonly by: string
  readonly at: Date
}

/** What somebody found right in these books. */
export async function listAcceptedDifferences(
  tx: Transaction<DB>,
  booksId: string,
): Promise<AcceptedDifference[]> {
  const rows = await tx
    .selectFrom('accepted_differences')
    .selectAll()
    .where('books_id', '=', booksId)
    .execute()
  return rows.map(({ accepted_at, accepted_by, key, reason }) => ({
    key,
    reason,
    by: accepted_by,
    at: accepted_at,
  }))
}

/** Who says it first stays: a second one changes nothing. */
export async function acceptDifference(
  tx: Transaction<DB>,
  booksId: string,
  { at, by, key, reason }: AcceptedDifference,
): Promise<void> {
  await tx
    .insertInto('accepted_differences')
    .values({ books_id: booksId, key, reason, accepted_by: by, accepted_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function unacceptDifference(tx: Transaction<DB>, booksId: string, key: string): Promise<void> {
  await tx.deleteFrom('accepted_differences').where('books_id', '=', booksId).where('key', '=', key).execute()
}
