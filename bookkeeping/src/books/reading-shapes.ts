import type { Mutation, OpenItem } from '@stella/e-boekhouden'
import { readAmount } from '@stella/invoicing'
import type { BookedKind, BookedMutation, FoundOpenItem } from '../ports/readings.ts'

/** An open item as the client read it, with amounts in cents. */
export function openItemFound(item: OpenItem): FoundOpenItem {
  return {
    date: item.date,
    invoiceNumber: item.invoiceNumber,
    relationCode: item.relationCode,
    amount: readAmount(item.amount),
    outstanding: readAmount(item.outstanding),
  }
}

/** A mutation of any kind as the client read it, with amounts in cents. */
export function mutationBooked(mutation: Mutation): BookedMutation {
  const { account, date, description, document, invoiceNumber, number, relationCode } = mutation
  return {
    number,
    kind: kinds[mutation.kind],
    date,
    account,
    relationCode,
    invoiceNumber,
    document,
    description,
    lines: mutation.lines.map((line) => ({
      account: line.ledgerAccount,
      vatCode: line.vatCode,
      invoiceNumber: line.invoiceNumber,
      net: readAmount(line.amountExcl),
      vat: readAmount(line.amountVat),
    })),
  }
}

const kinds: Readonly<Record<Mutation['kind'], BookedKind>> = {
  invoiceSent: 'invoice_sent',
  invoiceReceived: 'invoice_received',
  invoicePaymentReceived: 'payment_received',
  invoicePaymentSent: 'payment_sent',
  moneyReceived: 'money_received',
  moneySent: 'money_sent',
  journal: 'journal',
  openingBalance: 'other',
  unknown: 'other',
}
