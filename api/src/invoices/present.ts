import {
  creditsOf,
  paidOf,
  type StoredFinal,
  type StoredInvoice,
  type InvoiceSummary as StoredSummary,
  type Transaction,
} from '@stella/database'
import {
  type Allowance,
  type AllowanceAmount,
  cents,
  type DocumentAllowance,
  dueDate,
  formatAmount,
  type InvoiceTotals,
  stillToPay,
  sumOf,
  sumOfLines,
  taxableOf,
  ZERO,
} from '@stella/invoicing'
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
  const isOwed = isCreditable(invoice)
  const paid = isOwed ? await paidOf(tx, invoice.id) : ZERO
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
      productId: line.productId ?? null,
      description: line.description,
      quantity: line.quantity,
      unit: line.unit ?? null,
      unitPrice: line.unitPrice,
      vatTreatment: line.vatTreatment,
      vatRate: line.vatRate,
      allowances: (line.allowances ?? []).map((allowance, at) =>
        presentAllowance(allowance, lineTotals(totals, index).allowances?.[at]),
      ),
      amount: formatAmount(lineTotals(totals, index).amount),
      left: left[index] ?? '0',
    })),
    allowances: (invoice.allowances ?? []).map((allowance, index) => ({
      ...presentAllowance(allowance, wholeOf(totals, index)),
      vatTreatment: allowance.vatTreatment,
      vatRate: allowance.vatRate,
    })),
    totals: presentTotals(invoice),
    revision: invoice.revision,
    createdAt: invoice.createdAt.toISOString(),
    updatedAt: invoice.updatedAt.toISOString(),
    finalizedAt: invoice.finalizedAt?.toISOString() ?? null,
    credits: creditedOf(invoice),
    creditNotes: notes.map(({ gross, ...note }) => ({ ...note, gross: formatAmount(gross) })),
    leftToCredit: formatAmount(
      isOwed && invoice.origin === null ? sumOf([totals.gross, ...notes.map(({ gross }) => gross)]) : ZERO,
    ),
    paid: formatAmount(paid),
    stillToPay: formatAmount(isOwed ? stillToPay(invoice, notes, paid) : ZERO),
    origin: invoice.origin,
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
    stillToPay: formatAmount(summary.stillToPay),
    pricesIncludeVat: summary.pricesIncludeVat,
    isCreditNote: summary.isCreditNote,
    booksState: summary.books,
    paymentState: summary.payment,
    outstanding: formatAmount(summary.outstanding),
    mailState: summary.mail,
    origin: summary.origin,
    mailedAt: summary.mailedAt?.toISOString() ?? null,
    updatedAt: summary.updatedAt.toISOString(),
  }
}

export function presentTotals({
  totals,
  allowances = [],
}: {
  readonly totals: InvoiceTotals
  readonly allowances?: readonly DocumentAllowance[]
}): z.infer<typeof Totals> {
  const groups = totals.vatGroups.map((group) => ({ ...group, taxable: taxableOf(group) }))
  const taxable = sumOf(groups.map((group) => group.taxable))
  return {
    net: formatAmount(totals.net),
    vat: formatAmount(totals.vat),
    gross: formatAmount(totals.gross),
    rounding: formatAmount(cents(totals.net - taxable)),
    taxable: formatAmount(taxable),
    lines: formatAmount(sumOfLines(totals)),
    allowances: allowances.map((allowance, index) => presentAllowance(allowance, wholeOf(totals, index))),
    perTreatment: groups.map(({ treatment, rate, taxable, net, vat, gross }) => ({
      vatTreatment: treatment,
      rate,
      taxable: formatAmount(taxable),
      net: formatAmount(net),
      vat: formatAmount(vat),
      gross: formatAmount(gross),
    })),
  }
}

function presentAllowance(
  { kind, reason, percentage, amount }: Allowance,
  comesTo: Pick<AllowanceAmount, 'amount'> | undefined,
) {
  return { kind, reason, percentage, amount, comesTo: formatAmount(comesTo?.amount ?? ZERO) }
}

function wholeOf(totals: InvoiceTotals, index: number) {
  return { amount: sumOf((totals.allowances?.[index] ?? []).map(({ amount }) => amount)) }
}

function lineTotals(totals: InvoiceTotals, index: number) {
  const line = totals.lines[index]
  if (line === undefined) throw new Error(`Line ${index} has no amount.`)
  return line
}
