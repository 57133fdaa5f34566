import { type FitAccounts, findLedgerAccounts, type Transaction } from '@stella/database'
import type { PlannedMutation } from '../bookings/planned-mutation.ts'
import { accountsFor } from '../connections/check-accounts.ts'
import type { FoundAccount } from '../ports/books.ts'

/** The accounts of these books that can be booked on, as they were last read; null where they never were. */
export async function fitAccounts(tx: Transaction, booksId: string): Promise<FitAccounts | null> {
  const kept = await findLedgerAccounts(tx, booksId)
  return kept === null ? null : fitAmong(kept.accounts)
}

export function fitAmong(found: readonly FoundAccount[]): FitAccounts {
  const codesFor = (as: 'debtors' | 'revenue') => accountsFor(as, found).map(({ code }) => code)
  return { debtors: codesFor('debtors'), revenue: codesFor('revenue') }
}

/** Whether an account can be booked on as far as is known. */
export function isFitIn(fit: FitAccounts | null): (account: string, as: keyof FitAccounts) => boolean {
  return (account, as) => fit === null || fit[as].includes(account)
}

/** The first account of a mutation that is not there, or of another category; null where all can be booked on. */
export function unfitAccountIn(mutation: PlannedMutation, fit: FitAccounts | null): string | null {
  if (fit === null) return null
  if (!fit.debtors.includes(mutation.debtorsAccount)) return mutation.debtorsAccount
  const line = mutation.lines.find(({ revenueAccount }) => !fit.revenue.includes(revenueAccount))
  return line?.revenueAccount ?? null
}
