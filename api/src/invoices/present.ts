import {
  creditsOf,
  type StoredFinal,
  type StoredInvoice,
  type InvoiceSummary as StoredSummary,
  type Transaction,
} from '@stella/database'
import { cents, dueDate, formatAmount, type InvoiceTotals, sumOf, ZERO } from '@stella/invoicing'
import type { Language } from '@stella/texts'
import type { z } from 'zod'
import { booksStatus } from '../bookings/present.ts'
import type { Invoice, InvoiceSummary, Totals } from './shapes.ts'

/** An invoice as the API answers it. */
export async function presentInvoice(
  tx: Transaction,
  invoice: StoredInvoice,
  language: Language,
): Promise<z.infer<typeof Invoice>> {
  const { totals } = invoice
  const { notes, left } = await creditsIn(tx, invoice)
  return {
    id: invoice.id,
    state: invoice.state,
    number: invoice.number,
    customerId: invoice.customerId,
    seriesId: invoice.seriesId,
    customerName: invoice.customer.name,
    invoiceDate: invoice.invoiceDate,
    paymentTermDays: invoice.paymentTermDays,
    dueDate: dueDate(invoice),
    description: invoice.description,
    pricesIncludeVat: invoice.pricesIncludeVat,
    supply: invoice.supply ?? null,
    buyerReference: invoice.buyerReference ?? null,
    orderNumber: invoice.orderNumber ?? null,
    projectNumber: invoice.projectNumber ?? null,
    closing: invoice.closing ?? null,
    lines: invoice.lines.map((line, index) => ({
      kind: line.kind ?? 'item',
      description: line.description,
      quantity: line.quantity,
      unit: line.unit ?? null,
      unitPrice: line.unitPrice,
      vatTreatment: line.vatTreatment,
      vatRate: line.vatRate,
      amount: formatAmount(lineTotals(totals, index).amount),
      left: left[index] ?? '0',
    })),
    totals: presentTotals(totals),
    revision: invoice.revision,
    createdAt: invoice.createdAt.toISOString(),
    updatedAt: invoice.updatedAt.toISOString(),
    finalizedAt: invoice.finalizedAt?.toISOString() ?? null,
    credits: creditedOf(invoice),
    creditNotes: notes.map(({ gross, ...note }) => ({ ...note, gross: formatAmount(cents(gross)) })),
    leftToCredit: formatAmount(
      isCreditable(invoice) ? sumOf([totals.gross, ...notes.map(({ gross }) => cents(gross))]) : ZERO,
    ),
    books: await booksStatus(tx, invoice, language),
  }
}

function isCreditable(invoice: StoredInvoice): invoice is StoredFinal {
  return invoice.state === 'final' && invoice.credits === null
}

function creditedOf(invoice: StoredInvoice) {
  if (invoice.state === 'draft' || invoice.credits === null) return null
  const { id, number } = invoice.credits
  return { id, number }
}

async function creditsIn(tx: Transaction, invoice: StoredInvoice) {
  return isCreditable(invoice) ? creditsOf(tx, invoice) : { notes: [], left: [] }
}

export function presentInvoiceSummary(summary: StoredSummary): z.infer<typeof InvoiceSummary> {
  return {
    id: summary.id,
    state: summary.state,
    number: summary.number,
    customerId: summary.customerId,
    customerName: summary.customerName,
    invoiceDate: summary.invoiceDate,
    dueDate: summary.dueDate,
    description: summary.description,
    totalNet: formatAmount(summary.net),
    totalVat: formatAmount(summary.vat),
    totalGross: formatAmount(summary.gross),
    isCreditNote: summary.isCreditNote,
    booksState: summary.books,
    updatedAt: summary.updatedAt.toISOString(),
  }
}

export function presentTotals(totals: InvoiceTotals): z.infer<typeof Totals> {
  return {
    net: formatAmount(totals.net),
    vat: formatAmount(totals.vat),
    gross: formatAmount(totals.gross),
    perTreatment: totals.vatGroups.map(({ treatment, rate, net, vat, gross }) => ({
      vatTreatment: treatment,
      rate,
      net: formatAmount(net),
      vat: formatAmount(vat),
      gross: formatAmount(gross),
    })),
  }
}

function lineTotals(totals: InvoiceTotals, index: number) {
  const line = totals.lines[index]
  if (line === undefined) throw new Error(`Line ${index} has no amount.`)
  return line
}
