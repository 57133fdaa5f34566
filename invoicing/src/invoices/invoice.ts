import type { Allowance, DocumentAllowance } from '../allowances/allowance.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import type { Cents } from '../money/cents.ts'
import type { Quantity } from '../quantities/quantity.ts'
import type { UnitPrice } from '../quantities/unit-price.ts'
import type { Unit } from '../quantities/units.ts'
import type { InvoiceTotals } from '../vat/compute-totals.ts'
import type { VatRate, VatTreatment } from '../vat/treatments.ts'

/** A draft may change and has no number; a final invoice never changes again. */
export const invoiceStates = ['draft', 'final'] as const

/** A text stands between the lines and comes to nothing: a heading, an explanation. */
export const lineKinds = ['item', 'text'] as const
export type LineKind = (typeof lineKinds)[number]

export type InvoiceLine = {
  /** An item where it is left out. Of a text only the description counts; its figures are zero. */
  readonly kind?: LineKind
  /** The product that it began with, which may have an account of its own in the books; null where there is none. */
  readonly productId?: string | null
  /** May hold line breaks. */
  readonly description: string
  readonly quantity: Quantity
  readonly unit?: Unit | null
  readonly unitPrice: UnitPrice
  readonly vatTreatment: VatTreatment
  /** The rate of the law on the day of supply, or the line's own where its treatment leaves it open. */
  readonly vatRate: VatRate
  /** Discounts and charges on this line alone. */
  readonly allowances?: readonly Allowance[]
}

/** The first and the last day on which was supplied; the same where it was one day. */
export type SupplyPeriod = { readonly from: PlainDate; readonly until: PlainDate }

/** By what the customer knows what the invoice is about, in his own words. Each may be missing. */
export type InvoiceReferences = {
  /** The department, the person or the cost centre that ordered. */
  readonly buyerReference: string | null
  readonly orderNumber: string | null
  readonly projectNumber: string | null
}

/** What a person enters of an invoice. */
export type InvoiceContent = Partial<InvoiceReferences> & {
  readonly customerId: string
  /** The series it is numbered in; null for the organization's usual one. */
  readonly seriesId: string | null
  readonly invoiceDate: PlainDate
  readonly paymentTermDays: number
  /** What the invoice is about, over all lines. May be empty and may hold line breaks. */
  readonly description: string
  readonly pricesIncludeVat: boolean
  /** Null where it was supplied on the day of the invoice. */
  readonly supply?: SupplyPeriod | null
  /** A word at the end, below the lines. */
  readonly closing?: string | null
  readonly lines: readonly InvoiceLine[]
  /** Discounts and charges on the whole. */
  readonly allowances?: readonly DocumentAllowance[]
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
