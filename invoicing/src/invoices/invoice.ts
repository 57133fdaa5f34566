import type { PlainDate } from '../dates/plain-date.ts'
import type { Quantity } from '../quantities/quantity.ts'
import type { UnitPrice } from '../quantities/unit-price.ts'
import type { InvoiceTotals } from '../vat/compute-totals.ts'
import type { VatRate, VatTreatment } from '../vat/treatments.ts'

/** A draft may change and has no number; a final invoice never changes again. */
export const invoiceStates = ['draft', 'final'] as const

export type InvoiceLine = {
  /** May hold line breaks. */
  readonly description: string
  readonly quantity: Quantity
  readonly unitPrice: UnitPrice
  readonly vatTreatment: VatTreatment
  /** The rate of the law on the day of supply, or the line's own where its treatment leaves it open. */
  readonly vatRate: VatRate
}

/** What a person enters of an invoice. */
export type InvoiceContent = {
  readonly customerId: string
  readonly invoiceDate: PlainDate
  readonly paymentTermDays: number
  /** What the invoice is about, over all lines. May be empty and may hold line breaks. */
  readonly description: string
  readonly pricesIncludeVat: boolean
  readonly lines: readonly InvoiceLine[]
}

type Saved = InvoiceContent & {
  readonly id: string
  readonly totals: InvoiceTotals
  /** Goes up by one with every change; a save that names an older one is refused. */
  readonly revision: number
}

/** May still change in everything, and has no number. */
export type DraftInvoice = Saved & {
  readonly state: 'draft'
  readonly number: null
  readonly finalizedAt: null
}

/** Frozen for ever. */
export type FinalInvoice = Saved & {
  readonly state: 'final'
  readonly number: string
  readonly finalizedAt: Date
}

export type Invoice = DraftInvoice | FinalInvoice
