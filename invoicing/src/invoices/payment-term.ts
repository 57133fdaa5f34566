import type { Problem } from '../problems/problem.ts'

/** A year. e-Boekhouden.nl takes four digits; a longer term on an invoice is a slip of the keyboard. */
const MAXIMUM_PAYMENT_TERM_DAYS = 365

/** Reads in how many days is paid, of an invoice or as agreed with a customer; null where nothing is said. */
export function readPaymentTerm(problems: Problem[], days: number | null | undefined): number | null {
  if (days === null || days === undefined) return null
  if (!Number.isInteger(days) || days < 0 || days > MAXIMUM_PAYMENT_TERM_DAYS) {
    problems.push({ path: 'paymentTermDays', code: 'payment_term_invalid', limit: MAXIMUM_PAYMENT_TERM_DAYS })
  }
  return days
}
