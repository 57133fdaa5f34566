import { type SalesAccounts, USUAL_ACCOUNTS } from '../mappings/sales-accounts.ts'
import type { FoundAccount } from '../ports/books.ts'

export type AccountsChecked =
  | {
      readonly ok: true
      readonly debtorsAccount: string
      readonly debtorsAccountName: string
      readonly revenueAccount: string
      readonly revenueAccountName: string
    }
  | { readonly ok: false; readonly code: 'debtors_account_unfit' | 'revenue_account_unfit' }

/** What an account is booked as, and the category that e-Boekhouden.nl asks of it (Debiteuren; Winst & Verlies). */
export type BookedAs = 'debtors' | 'revenue'
const categories = { debtors: 'DEB', revenue: 'VW' } as const satisfies Record<BookedAs, string>

/** Whether the accounts on which everything is booked are there, of the right category: 1300 and 8000 by default. */
export function checkAccounts(
  found: readonly FoundAccount[],
  usual: Pick<SalesAccounts, 'debtors' | 'revenue'> = USUAL_ACCOUNTS,
): AccountsChecked {
  const debtors = accountsFor('debtors', found).find(({ code }) => code === usual.debtors)
  const revenue = accountsFor('revenue', found).find(({ code }) => code === usual.revenue)
  if (debtors === undefined) return { ok: false, code: 'debtors_account_unfit' }
  if (revenue === undefined) return { ok: false, code: 'revenue_account_unfit' }
  return {
    ok: true,
    debtorsAccount: debtors.code,
    debtorsAccountName: debtors.name,
    revenueAccount: revenue.code,
    revenueAccountName: revenue.name,
  }
}

/** Those that can be booked on as this. */
export function accountsFor(as: BookedAs, found: readonly FoundAccount[]): FoundAccount[] {
  return found.filter(({ category }) => category === categories[as])
}
