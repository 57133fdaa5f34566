import type { PlannedMutation } from '../bookings/planned-mutation.ts'
import { type KeptPart, keepParts, linesOf, readParts, writeLine } from '../bookings/planned-parts.ts'
import { keyOf, revenueAccountOf, type SalesAccounts } from './sales-accounts.ts'

/** A booking as far as it says which accounts it stands on; `parts` is null of one that was planned before there were any. */
export type BookedOn = { readonly mutation: PlannedMutation; readonly parts: readonly KeptPart[] | null }

/** What is kept of a booking that could be planned. Written by planBooking() and settleAccounts(), and by nobody else. */
export function bookedOn({ mutation, parts }: { mutation: unknown; parts: unknown }): BookedOn {
  return { mutation: mutation as PlannedMutation, parts: parts as KeptPart[] | null }
}

/**
 * The accounts that an invoice was booked on, for the credit note that takes it back. Where one of them cannot be booked
 * on any more, that of today stands in for it: what was renumbered in the books is so followed.
 */
export function accountsOfInvoice(
  { mutation, parts }: BookedOn,
  today: SalesAccounts,
  isFit: (account: string, as: 'debtors' | 'revenue') => boolean,
): SalesAccounts {
  const debtors = isFit(mutation.debtorsAccount, 'debtors') ? mutation.debtorsAccount : today.debtors
  if (parts === null) {
    const [first] = mutation.lines
    const account = first?.revenueAccount ?? today.revenue
    return isFit(account, 'revenue') ? { debtors, revenue: account } : { ...today, debtors }
  }
  const asInvoiced = parts.map((part) => {
    const account = isFit(part.account, 'revenue') ? part.account : revenueAccountOf(part, today)
    return [keyOf(part), account] as const
  })
  return { ...today, debtors, asInvoiced: new Map(asInvoiced) }
}

/** The same amounts on other accounts: what waited goes to other books, or cannot be booked as it was planned. */
export function putOnAccounts({ mutation, parts }: BookedOn, accounts: SalesAccounts): BookedOn {
  const onDebtors = { ...mutation, debtorsAccount: accounts.debtors }
  if (parts === null) {
    const lines = mutation.lines.map((line) => ({ ...line, revenueAccount: accounts.revenue }))
    return { mutation: { ...onDebtors, lines }, parts }
  }
  const amounts = readParts(parts)
  const lines = linesOf(amounts, accounts).map(writeLine)
  return { mutation: { ...onDebtors, lines }, parts: keepParts(amounts, accounts) }
}
