import type { PlainDate } from '../dates/plain-date.ts'
import type { Cents } from '../money/cents.ts'
import type { Quantity } from '../quantities/quantity.ts'
import type { UnitPrice } from '../quantities/unit-price.ts'
import type { InvoiceTotals } from '../vat/compute-totals.ts'
import type { VatTreatment } from '../vat/treatments.ts'

/** A draft may change and has no number; a final invoice never changes again. */
export const invoiceStates = ['draft', 'final'] as const

export type InvoiceLine = {
  /** May hold line breaks. */
  readonly description: string
  readonly quantity: Quantity
  readonly unitPrice: UnitPrice
  readonly vatTreatment: VatTreatment
}

/** What a person enters of an invoice. */
export type InvoiceContent = {
  readonly customerId: string
  /** The series it is numbered in; null for the organization's usual one. */
  readonly seriesId: string | null
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

/** The invoice that a credit note takes back a part of. */
export type CreditedInvoice = {
  readonly id: string
  readonly number: string
  readonly invoiceDate: PlainDate
  readonly paymentTermDays: number
  readonly gross: Cents
}

/** Frozen for ever. */
export type FinalInvoice = Saved & {
  readonly state: 'final'
  readonly number: string
  readonly finalizedAt: Date
  /** Of a credit note: what it credits. */
  readonly credits: CreditedInvoice | null
}

export type Invoice = DraftInvoice | FinalInvoice
