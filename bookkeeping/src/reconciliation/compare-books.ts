import type { SalesMutation } from '../ports/readings.ts'
import { accountsBetween, accountsOf, amountsOf, codesBetween } from './amounts.ts'
import { type Difference, differ } from './difference.ts'
import { judgeMatch } from './judge-match.ts'
import { type Match, matchSales } from './match-sales.ts'
import { numberGaps } from './number-gaps.ts'
import { ourAccounts } from './our-accounts.ts'
import { type AccountRow, accountRows, type CodeRow, codeRows } from './sides.ts'
import type { StellaSale } from './stella-side.ts'

export type Comparison = {
  readonly differences: readonly Difference[]
  /** Documents of Stella that are compared. */
  readonly documents: number
  /** Those that stand in the books as they should; those entered by hand to the cent among them. */
  readonly agreeing: number
  /** Booked since the books were read, so that nothing is said of them. */
  readonly since: number
  /** Both sides of every VAT code that either has, in the order of the boxes. */
  readonly rows: readonly CodeRow[]
  /** The same of every ledger account; null where the books were read by a version that kept no account of the debtors. */
  readonly accountRows: readonly AccountRow[] | null
}

/**
 * Compares the sales of a period: every document of Stella with the mutations of the books, by mutation number, mark
 * and invoice number. What differs is named once, with what it makes in money; all of it together is exactly the
 * difference between the sums of both, per VAT code and per account.
 *
 * @param readAt when reading of the books began: what was booked after it is in neither side
 * @param given of numbersBetween(), those that documents of other periods have
 */
export function compareBooks(
  sales: readonly StellaSale[],
  mutations: readonly SalesMutation[],
  readAt: number,
  given: ReadonlySet<string>,
): Comparison {
  const { alone, matches, since } = matchSales(sales, mutations, readAt)
  const cancelled = cancelledUnbooked(matches)
  const hasDebtors = mutations.every(({ account }) => account !== undefined)
  const judged = matches.filter(({ sale }) => !cancelled.has(sale.invoiceId))
  const named = judged.flatMap((match) => judgeMatch(match, hasDebtors) ?? [])
  const extra = alone.map((mutation) => differ('extra', null, [mutation]))
  const gaps = numberGaps(sales, given).map((numbers) => differ('number_gap', null, [], numbers))
  const theirs = [...matches.flatMap(({ found }) => found), ...alone]
  return {
    differences: [...togetherByAccount(named), ...extra, ...gaps],
    documents: matches.length,
    agreeing: matches.length - named.length,
    since,
    rows: codeRows(
      matches.flatMap(({ sale }) => sale.amounts),
      theirs.flatMap(amountsOf),
    ),
    accountRows: hasDebtors ? accountRows(matches.flatMap(ourAccounts), theirs.flatMap(accountsOf)) : null,
  }
}

/** Invoices that stand in no books, with all their credit notes, that take back exactly what they came to. */
function cancelledUnbooked(matches: readonly Match[]): ReadonlySet<string> {
  const unbooked = matches.filter(
    ({ found, sale }) => found.length === 0 && sale.standing.state === 'elsewhere',
  )
  const wholes = Map.groupBy(unbooked, ({ sale }) => sale.creditsId ?? sale.invoiceId)
  const cancelled = [...wholes.values()].filter(
    (parts) =>
      parts.some(({ sale }) => sale.creditsId === null) &&
      codesBetween(
        parts.flatMap(({ sale }) => sale.amounts),
        [],
      ).length === 0,
  )
  return new Set(cancelled.flat().map(({ sale }) => sale.invoiceId))
}

/**
 * What stands on other accounts and is right otherwise is one difference for all that moved so: somebody gave the
 * account another number, or books on another one. Whoever finds that right says it once, also of later periods.
 */
function togetherByAccount(differences: readonly Difference[]): Difference[] {
  const groups = Map.groupBy(differences, ({ key, kind, moved }) =>
    kind === 'other_account' ? `other_account/${moved?.from.join('+')}/${moved?.to.join('+')}` : key,
  )
  return [...groups].flatMap(([key, group]) => {
    const [first, ...others] = group
    if (first === undefined || first.kind !== 'other_account') return group
    return {
      ...first,
      key,
      sale: others.length === 0 ? first.sale : null,
      mutations: group.flatMap(({ mutations }) => mutations),
      numbers: group.flatMap(({ numbers }) => numbers),
      accounts: accountsBetween(
        group.flatMap(({ accounts }) => accounts),
        [],
      ),
    }
  })
}
