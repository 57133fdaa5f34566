import { type Cents, negate, sumOf, ZERO } from '../money/cents.ts'

/** What the sum needs of a final invoice or credit note; amounts of credit notes are negative. */
type Owed = {
  readonly totals: { readonly gross: Cents }
  /** What it takes back, of a credit note. */
  readonly credits?: unknown
}

/**
 * What the customer still has to pay of a final invoice: what it comes to, less its credit notes and what is known to
 * be paid. Nothing of a credit note, and nothing of an invoice below zero. Mails, the page of the customer, payment codes and screens all say this.
 */
export function stillToPay(
  { totals, credits = null }: Owed,
  creditNotes: readonly { readonly gross: Cents }[],
  paid: Cents = ZERO,
): Cents {
  if (credits !== null) return ZERO
  const left = sumOf([totals.gross, ...creditNotes.map(({ gross }) => gross), negate(paid)])
  return left > 0n ? left : ZERO
}
