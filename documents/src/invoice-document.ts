import type {
  Cents,
  CustomerContent,
  FinalInvoice,
  Invoice,
  InvoiceLine,
  OrganizationProfile,
  PlainDate,
  Unit,
  VatRate,
  VatTreatment,
} from '@stella/invoicing'

/** A picture that stands for the name of the sender. Never fetched from anywhere. */
export type Logo = { readonly format: 'png' | 'jpg' | 'svg'; readonly data: Uint8Array }

export type Sender = OrganizationProfile & {
  readonly logo?: Logo | null
  /** The one colour of the sender, «#a8481c»; without it everything is ink. */
  readonly accentColor?: string | null
  /** The small print in the foot of every page. */
  readonly terms?: string | null
}

export type Recipient = CustomerContent & {
  /** The number of a foreign company in the register of its country. */
  readonly registrationNumber?: string | null
}

/** What is taken off one line. All amounts are in the manner of the invoice, with or without VAT. */
export type LineAllowance = {
  readonly percentage: string | null
  /** What the line comes to before; the total of the line is what remains of it. */
  readonly base: Cents
  readonly amount: Cents
  readonly reason: string | null
}

export type ItemLine = InvoiceLine & {
  readonly kind?: 'item'
  readonly unit?: Unit | null
  readonly allowance?: LineAllowance | null
}

/** A heading or an explanation between the lines. */
export type TextLine = { readonly kind: 'text'; readonly description: string }

export type DocumentLine = ItemLine | TextLine

/** What is taken off or put on the whole document, divided over the rates of its lines. */
export type DocumentAllowance = {
  readonly kind: 'allowance' | 'charge'
  readonly reason: string
  readonly percentage: string | null
  readonly parts: readonly {
    readonly treatment: VatTreatment
    readonly rate: VatRate
    readonly base: Cents
    /** Taken off or put on, in the manner of the invoice. */
    readonly amount: Cents
  }[]
}

/** The invoice a credit note belongs to. */
export type CreditedInvoice = {
  readonly number: string
  readonly invoiceDate: PlainDate
  readonly dueDate: PlainDate
  readonly gross: Cents
  /** What remains to be paid of it with this credit note; null where that is not known. */
  readonly remaining: Cents | null
}

/** The parts of an invoice that a document shows. The totals are those it was saved with, not reckoned anew. */
type Shown =
  | 'invoiceDate'
  | 'paymentTermDays'
  | 'description'
  | 'pricesIncludeVat'
  | 'totals'
  | 'state'
  | 'number'

type MoreShown = {
  /** Amounts of a credit note are negative, as they are booked. */
  readonly kind?: 'invoice' | 'credit_note'
  readonly creditedInvoice?: CreditedInvoice | null
  /** With one total for each in `totals.lines`; that of a text is zero. */
  readonly lines: readonly DocumentLine[]
  readonly allowances?: readonly DocumentAllowance[]
  /** The first and the last day on which was supplied. */
  readonly supply?: { readonly from: PlainDate; readonly until: PlainDate } | null
  readonly buyerReference?: string | null
  readonly orderNumber?: string | null
  readonly projectNumber?: string | null
  readonly contractNumber?: string | null
  /** A word at the end, below the lines. */
  readonly closing?: string | null
}

/**
 * An invoice or credit note with its two parties. Of a final one, give the sender and the customer as they were
 * when it was made final, so that the document is the same for ever.
 */
export type InvoiceDocument = {
  readonly organization: Sender
  readonly customer: Recipient
  readonly invoice: Pick<Invoice, Shown> & MoreShown
}

/** The same of an invoice that has its number. */
export type FinalInvoiceDocument = Omit<InvoiceDocument, 'invoice'> & {
  readonly invoice: Pick<FinalInvoice, Shown> & MoreShown
}

export function isFinal(document: InvoiceDocument): document is FinalInvoiceDocument {
  return document.invoice.state === 'final' && document.invoice.number !== null
}

export function isCreditNote({ invoice }: InvoiceDocument): boolean {
  return invoice.kind === 'credit_note'
}

export function isItem(line: DocumentLine): line is ItemLine {
  return line.kind !== 'text'
}
