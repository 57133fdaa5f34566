import {
  type AcceptedDifference,
  findReconciliations,
  listAcceptedDifferences,
  listSales,
  numbersGiven,
  type SaleRow,
  type Transaction,
} from '@stella/database'
import { parseAmount } from '@stella/invoicing'
import type { PlannedMutation } from '../bookings/planned-mutation.ts'
import { NO_VAT_CODE, vatCodeOf } from '../bookings/vat-codes.ts'
import type { SalesMutation } from '../ports/readings.ts'
import { boxOfCode } from './books-side.ts'
import { amountsOf, type Comparison, compareBooks, numbersBetween, sumPerCode } from './compare-books.ts'
import { type IcpRow, icpRows } from './icp.ts'
import type { CodeAmount, Standing, StellaSale } from './stella-side.ts'

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
  readonly rows: readonly CodeRow[]
  readonly accepted: ReadonlyMap<string, AcceptedDifference>
  readonly icp: readonly IcpRow[]
}

/** Both sides of one VAT code, in cents. */
export type CodeRow = {
  readonly vatCode: string
  readonly box: string | null
  readonly stella: { readonly net: bigint; readonly vat: bigint }
  readonly books: { readonly net: bigint; readonly vat: bigint }
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
  const sales = rows.map((row) => saleOf(row, of.booksId))
  const mutations = finished.sales as readonly SalesMutation[]
  const given = await numbersGiven(tx, numbersBetween(sales))
  const readAt = finished.began_at
  const comparison = compareBooks(sales, mutations, readAt.getTime(), given)
  const accepted = await listAcceptedDifferences(tx, of.booksId)
  return {
    period,
    reading,
    compared: {
      ...comparison,
      readAt,
      by: finished.requested_by,
      calls: finished.calls,
      mutationsRead: finished.mutations_read,
      rows: codeRows(sales, mutations, readAt.getTime()),
      accepted: new Map(accepted.map((it) => [it.key, it])),
      icp: icpRows(rows),
    },
  }
}

function saleOf(row: SaleRow, booksId: string): StellaSale {
  const { customer, date, invoiceId, number } = row
  return {
    invoiceId,
    number,
    customer,
    date,
    amounts: amountsOfSale(row),
    standing: standingOf(row, booksId),
  }
}

function standingOf({ booking }: SaleRow, booksId: string): Standing {
  if (booking === null || booking.booksId !== booksId) return { state: 'elsewhere' }
  const { bookedAt, mutationNumber, reference, state } = booking
  if ((state === 'booked' || state === 'verified') && mutationNumber !== null) {
    return { state: 'booked', mutationNumber, reference, bookedAt: bookedAt?.getTime() ?? 0 }
  }
  // What somebody entered by hand stands there for as long as its mutation does.
  if (state === 'adopted' && mutationNumber !== null)
    return { state: 'booked', mutationNumber, reference, bookedAt: 0 }
  if (state === 'excluded') return { state }
  return state === 'rejected' || state === 'conflict'
    ? { state: 'failed', mutationNumber, reference }
    : { state: 'waiting' }
}

/** As it was or will be booked; of what has no booking as it would be. */
function amountsOfSale({ booking, date, vatGroups }: SaleRow): CodeAmount[] {
  // Written by planBooking() and by nobody else.
  const mutation = booking?.mutation as PlannedMutation | null | undefined
  if (mutation != null) {
    return sumPerCode(
      mutation.lines.map(({ net, vat, vatCode }) => ({
        vatCode,
        net: parseAmount(net),
        vat: parseAmount(vat),
      })),
    )
  }
  const groups = vatGroups as readonly { treatment: string; rate: string; net: string; vat: string }[]
  return sumPerCode(
    groups.map((group) => ({
      vatCode: vatCodeOf(group, date)?.code ?? NO_VAT_CODE,
      net: parseAmount(group.net),
      vat: parseAmount(group.vat),
    })),
  )
}

/** Every code that either side has, in the order of the boxes; what was booked since the reading is in neither. */
function codeRows(
  sales: readonly StellaSale[],
  mutations: readonly SalesMutation[],
  readAt: number,
): CodeRow[] {
  const isSince = ({ standing }: StellaSale) => standing.state === 'booked' && standing.bookedAt >= readAt
  const since = new Set(
    sales.filter(isSince).map(({ standing }) => 'mutationNumber' in standing && standing.mutationNumber),
  )
  const ours = sumPerCode(sales.filter((sale) => !isSince(sale)).flatMap(({ amounts }) => amounts))
  const theirs = sumPerCode(mutations.filter(({ number }) => !since.has(number)).flatMap(amountsOf))
  const codes = new Set([...ours, ...theirs].map(({ vatCode }) => vatCode))
  const sumOf = (sums: readonly CodeAmount[], code: string) => {
    const { net = 0n, vat = 0n } = sums.find(({ vatCode }) => vatCode === code) ?? {}
    return { net, vat }
  }
  return [...codes]
    .map((vatCode) => ({
      vatCode,
      box: boxOfCode(vatCode),
      stella: sumOf(ours, vatCode),
      books: sumOf(theirs, vatCode),
    }))
    .toSorted((left, right) =>
      (left.box ?? '9') + left.vatCode < (right.box ?? '9') + right.vatCode ? -1 : 1,
    )
}
