import {
  findBookingOfInvoice,
  findConnection,
  findInvoice,
  recordActivity,
  sayPayment,
  type Transaction,
  unsayPayment,
} from '@stella/database'
import { formatAmount } from '@stella/invoicing'

/** Why a person cannot say that an invoice is paid: it is no final invoice, or the books say it themselves. */
export type SayRefusal = 'not_final' | 'payments_from_books'

/**
 * Writes that a person says an invoice was paid, in cash or on an account that is in no books. Only where the invoice
 * stands in no books that are linked: there the books say it, and never against them. Null when it is written.
 */
export async function sayPaid(
  tx: Transaction,
  said: { invoiceId: string; paidOn: string; by: string; now: Date },
): Promise<SayRefusal | null> {
  const refusal = await refusalOf(tx, said.invoiceId)
  if (refusal !== null) return refusal
  const invoice = await findInvoice(tx, said.invoiceId)
  if (invoice?.state !== 'final') return 'not_final'
  const record = {
    invoiceId: said.invoiceId,
    outstanding: 0n,
    settledAs: 'paid',
    paidOn: said.paidOn,
  } as const
  await sayPayment(tx, { ...record, mutationNumbers: null, pending: null, knownAt: said.now }, said.by)
  await recordActivity(tx, {
    kind: 'invoice_paid',
    subjectId: said.invoiceId,
    at: said.now,
    parameters: {
      number: invoice.number,
      customer: invoice.customer.name,
      amount: formatAmount(invoice.totals.gross),
      by: said.by,
    },
  })
  return null
}

/** Takes back what a person said. Null when it is taken back, or nothing was said. */
export async function unsayPaid(
  tx: Transaction,
  said: { invoiceId: string; by: string; now: Date },
): Promise<SayRefusal | null> {
  const invoice = await findInvoice(tx, said.invoiceId)
  if (invoice?.state !== 'final') return 'not_final'
  if (!(await unsayPayment(tx, said.invoiceId))) return refusalOf(tx, said.invoiceId)
  const amount = formatAmount(invoice.totals.gross)
  await recordActivity(tx, {
    kind: 'invoice_open_again',
    subjectId: said.invoiceId,
    at: said.now,
    parameters: {
      number: invoice.number,
      customer: invoice.customer.name,
      amount,
      outstanding: amount,
      by: said.by,
    },
  })
  return null
}

/** Whether the books say it: it stands in them, and they are linked. */
export async function isPaymentRead(tx: Transaction, invoiceId: string): Promise<boolean> {
  const booking = await findBookingOfInvoice(tx, invoiceId)
  const connection = booking === null ? null : await findConnection(tx)
  return connection !== null && connection.state !== 'disconnected'
}

async function refusalOf(tx: Transaction, invoiceId: string): Promise<SayRefusal | null> {
  return (await isPaymentRead(tx, invoiceId)) ? 'payments_from_books' : null
}
