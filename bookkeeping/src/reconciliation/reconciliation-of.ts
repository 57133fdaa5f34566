import {
  type AcceptedDifference,
  findReconciliations,
  listAcceptedDifferences,
  listSales,
  numbersGiven,
  type SaleRow,
  type Transaction,
} from '@stella/database'
import type { SalesMutation } from '../ports/readings.ts'
import { type Comparison, compareBooks } from './compare-books.ts'
import { type IcpRow, icpRows } from './icp.ts'
import { numbersBetween } from './number-gaps.ts'
import { saleOf } from './sale-of.ts'

/** How a period stands: as the books were last read, against what Stella has now. */
export type Reconciliation = {
  readonly period: { readonly from: string; readonly until: string }
  /** Null while these books were never read for this period. */
  readonly compared: Compared | null
  /** A reading that was asked for, or goes on. */
  readonly reading: { readonly calls: number; readonly mutationsRead: number } | null
}

export type Compared = Comparison & {
  readonly readAt: Date
  /** Null where Stella looked by itself. */
  readonly by: string | null
  readonly calls: number
  readonly mutationsRead: number
  readonly accepted: ReadonlyMap<string, AcceptedDifference>
  readonly icp: readonly IcpRow[]
}

/** How a period stands between Stella and these books. */
export async function reconciliationOf(
  tx: Transaction,
  of: { booksId: string; from: string; until: string },
): Promise<Reconciliation> {
  const { finished, unfinished } = await findReconciliations(tx, of)
  const period = { from: of.from, until: of.until }
  const reading =
    unfinished === null ? null : { calls: unfinished.calls, mutationsRead: unfinished.mutations_read }
  if (finished === null || finished.began_at === null) return { period, compared: null, reading }
  const rows = await listSales(tx, of)
  const accepted = await listAcceptedDifferences(tx, of.booksId)
  return {
    period,
    reading,
    compared: {
      ...(await comparisonOf(tx, rows, of.booksId, {
        // Written by readReconciliation() and by nobody else.
        mutations: finished.sales as readonly SalesMutation[],
        readAt: finished.began_at.getTime(),
      })),
      readAt: finished.began_at,
      by: finished.requested_by,
      calls: finished.calls,
      mutationsRead: finished.mutations_read,
      accepted: new Map(accepted.map((it) => [it.key, it])),
      icp: icpRows(rows),
    },
  }
}

async function comparisonOf(
  tx: Transaction,
  rows: readonly SaleRow[],
  booksId: string,
  { mutations, readAt }: { mutations: readonly SalesMutation[]; readAt: number },
): Promise<Comparison> {
  const sales = rows.map((row) => saleOf(row, booksId))
  const given = await numbersGiven(tx, numbersBetween(sales))
  return compareBooks(sales, mutations, readAt, given)
}
