import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** How a period of some books stands. Amounts in cents, Stella minus the books. */
export interface ReconciliationVerdict {
  readonly booksId: string
  readonly from: string
  readonly until: string
  /** When reading of the books began. */
  readonly readAt: Date
  /** Null where Stella looked by itself. */
  readonly lookedBy: string | null
  /** Those that nobody found right. */
  readonly openDifferences: number
  readonly net: bigint
  readonly vat: bigint
}

/** Takes the place of the one before; since when it agrees, or does not, stays while that stays. */
export async function saveVerdict(
  tx: Transaction<DB>,
  verdict: ReconciliationVerdict,
  now: Date,
): Promise<void> {
  const { booksId, from, lookedBy, net, openDifferences, readAt, until, vat } = verdict
  const said = {
    read_at: readAt,
    looked_by: lookedBy,
    open_differences: openDifferences,
    net,
    vat,
  }
  await tx
    .insertInto('reconciliation_verdicts')
    .values({ books_id: booksId, from_day: from, until_day: until, since: now, ...said })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'books_id', 'from_day', 'until_day']).doUpdateSet({
        ...said,
        since: sql<Date>`case when (reconciliation_verdicts.open_differences = 0) = (excluded.open_differences = 0)
          then reconciliation_verdicts.since else excluded.since end`,
      }),
    )
    .execute()
}

/** The periods of some books that were judged. */
export async function listJudgedPeriods(
  tx: Transaction<DB>,
  booksId: string,
): Promise<{ from: string; until: string }[]> {
  return tx
    .selectFrom('reconciliation_verdicts')
    .select(['from_day as from', 'until_day as until'])
    .where('books_id', '=', booksId)
    .execute()
}
