import { type Cents, dueDate, formatAmount, negate } from '@stella/invoicing'
import { isCreditNote, isFinal } from '../invoice-document.ts'
import { spacedIban } from '../languages/format.ts'
import { filled } from '../languages/words.ts'
import { paymentCode, paymentCodePicture } from './payment-code.ts'
import type { Fact, Wording } from './wording.ts'

/** What stands at the foot of the last page: how to pay, or that nothing has to be paid. */
export type PaymentView = {
  readonly code: { readonly picture: string; readonly says: string } | null
  readonly explanation: { readonly heading: string; readonly text: string } | null
  readonly data: {
    readonly heading: string
    readonly rows: readonly Fact[]
    readonly areSums: boolean
  } | null
}

/** Without an account nothing can be said of paying but the date, which stands above already. */
export function paymentOf(wording: Wording): PaymentView | null {
  const { document, words, format } = wording
  const { organization, invoice } = document
  if (!isFinal(document)) return onlySaid(words.draftHeading, words.draftExplanation)
  if (isCreditNote(document)) return ofCreditNote(wording)
  if (invoice.totals.gross < 0n) {
    const amount = format.euros(formatAmount(negate(invoice.totals.gross)))
    return onlySaid(words.payment.refundHeading, filled(words.payment.refundExplanation, { amount }))
  }
  return organization.iban === null || invoice.totals.gross === 0n
    ? null
    : transfer(wording, organization.iban)
}

function onlySaid(heading: string, text: string): PaymentView {
  return { code: null, explanation: { heading, text }, data: null }
}

function ofCreditNote({ document, words, format }: Wording): PaymentView {
  const { invoice } = document
  const { payment } = words
  const credited = invoice.creditedInvoice ?? null
  if (credited === null) return onlySaid(payment.creditHeading, payment.creditAlone)
  const explanation = filled(payment.creditExplanation, { number: credited.number })
  if (credited.remaining === null) return onlySaid(payment.creditHeading, explanation)
  const euros = (amount: Cents) => format.euros(formatAmount(amount))
  // Where something was paid or credited before, the three would not add up.
  const isWholeSum = credited.gross + invoice.totals.gross === credited.remaining
  const rows = [
    ...(isWholeSum ? [{ label: `${words.invoice} ${credited.number}`, value: euros(credited.gross) }] : []),
    { label: payment.thisCreditNote, value: euros(invoice.totals.gross) },
    { label: payment.remaining, value: euros(credited.remaining) },
    ...(credited.remaining > 0n ? [{ label: payment.dueDate, value: format.date(credited.dueDate) }] : []),
  ]
  return {
    code: null,
    explanation: { heading: payment.creditHeading, text: explanation },
    data: { heading: payment.remainingHeading, rows, areSums: true },
  }
}

function transfer({ document, words, format }: Wording, iban: string): PaymentView {
  const { organization, invoice } = document
  const { payment } = words
  const amount = format.euros(formatAmount(invoice.totals.gross))
  const number = invoice.number ?? ''
  const code = paymentCode(document)
  return {
    code:
      code === null
        ? null
        : { picture: paymentCodePicture(code), says: filled(payment.code, { amount, number }) },
    explanation: { heading: payment.scanHeading, text: payment.scanExplanation },
    data: {
      heading: payment.transferHeading,
      rows: [
        { label: payment.amount, value: amount },
        { label: payment.dueBy, value: format.date(dueDate(invoice)) },
        { label: 'IBAN', value: spacedIban(iban) },
        { label: payment.accountName, value: organization.accountName ?? organization.name },
        { label: payment.reference, value: number },
      ],
      areSums: false,
    },
  }
}
