import type { PlainDate } from '../dates/plain-date.ts'
import { type Cents, cents } from '../money/cents.ts'

/**
 * How the payment of a final invoice stands, its credit notes taken off: `overdue` is not settled after its last day;
 * `credited` was taken back whole, so that nothing is to be paid.
 */
export const paymentStates = [
  'open',
  'part_paid',
  'overdue',
  'paid',
  'overpaid',
  'written_off',
  'credited',
] as const
export type PaymentState = (typeof paymentStates)[number]

/** How an open item came to its end, as the books show it. */
export const settledAs = ['paid', 'written_off'] as const
export type SettledAs = (typeof settledAs)[number]

export type Payable = {
  /** What the invoice came to, with VAT; of one that is negative by itself the money goes the other way. */
  readonly gross: Cents
  /** What its credit notes came to together, of the other sign. */
  readonly credited: Cents
  /** What is open of the invoice and its credit notes together. */
  readonly outstanding: Cents
  readonly settledAs: SettledAs | null
  readonly dueDate: PlainDate
}

/** The state on a day. A part that is paid is said by the amount, so that what is late is late in any case. */
export function paymentStateOf(payable: Payable, today: PlainDate): PaymentState {
  const sign = payable.gross < 0n ? -1n : 1n
  const outstanding = sign * payable.outstanding
  const toPay = sign * (payable.gross + payable.credited)
  if (outstanding === 0n) return stateOfSettled(payable, cents(toPay))
  if (outstanding < 0n) return 'overpaid'
  if (payable.dueDate < today) return 'overdue'
  return outstanding < toPay ? 'part_paid' : 'open'
}

function stateOfSettled({ credited, settledAs }: Payable, toPay: Cents): PaymentState {
  if (toPay === 0n && credited !== 0n) return 'credited'
  return settledAs === 'written_off' ? 'written_off' : 'paid'
}
