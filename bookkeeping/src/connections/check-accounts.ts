import type { FoundAccount } from '../ports/books.ts'

/** Where the manual says that sales are booked. */
const DEBTORS_ACCOUNT = '1300'
const REVENUE_ACCOUNT = '8000'

export type AccountsChecked =
  | {
      readonly ok: true
      readonly debtorsAccount: string
      readonly debtorsAccountName: string
      readonly revenueAccount: string
      readonly revenueAccountName: string
    }
  | { readonly ok: false; readonly code: 'debtors_account_unfit' | 'revenue_account_unfit' }

/** Whether 1300 is there as a debtors account and 8000 as a profit-and-loss account. */
export function checkAccounts(accounts: readonly FoundAccount[]): AccountsChecked {
  const debtors = accounts.find((account) => account.code === DEBTORS_ACCOUNT)
  const revenue = accounts.find((account) => account.code === REVENUE_ACCOUNT)
  if (debtors?.category !== 'DEB') return { ok: false, code: 'debtors_account_unfit' }
  if (revenue?.category !== 'VW') return { ok: false, code: 'revenue_account_unfit' }
  return {
    ok: true,
    debtorsAccount: debtors.code,
    debtorsAccountName: debtors.name,
    revenueAccount: revenue.code,
    revenueAccountName: revenue.name,
  }
}
