import type { DecimalString, PlainDate } from './values.ts'

/** A line of an invoice that the service itself writes. */
export type InvoiceLine = {
  quantity: DecimalString
  /** At most 50 characters: `uur`. */
  unit: string
  /** Article code, at most 50 characters. */
  code: string
  description: string
  /** Euros, excluding VAT. */
  pricePerUnit: DecimalString
  vatCode: string
  /** Code of the revenue account. At most 10 characters. */
  ledgerAccount: string
  /** 0 for none. */
  costCenterId: number
}

/** An invoice (factuur) written in e-Boekhouden.nl itself. Amounts are euros. */
export type Invoice = {
  invoiceNumber: string
  relationCode: string
  date: PlainDate
  paymentTermDays: number
  totalExcl: DecimalString
  totalVat: DecimalString
  totalIncl: DecimalString
  /** What is still to be paid. */
  totalOutstanding: DecimalString
  /** Where the service offers the PDF. Who has this address can read the invoice. */
  pdfUrl: string
  lines: readonly InvoiceLine[]
}

/** How the service is to send the invoice by e-mail. At most 150 characters each but the body. */
export type InvoiceEmail = { subject: string; body: string; fromAddress: string; fromName: string }

/** The mandate by which the service is to collect the invoice. */
export type DirectDebit = {
  iban: string
  /** `once` (E) or `recurring` (D). */
  mandateKind: 'once' | 'recurring'
  mandateId: string
  mandateSignedOn: PlainDate
  firstCollection: boolean
  accountNumber: string
  accountName: string
  city: string
  /** One to three lines. */
  descriptionLines: readonly string[]
}

/** An invoice to be written by e-Boekhouden.nl. For invoices of your own, book a mutation instead. */
export type NewInvoice = {
  /** At most 50 characters; left out, the service draws one. */
  invoiceNumber?: string | undefined
  /** At most 15 characters. */
  relationCode: string
  date: PlainDate
  paymentTermDays: number
  /** Name of the template in e-Boekhouden.nl, at most 50 characters. */
  template: string
  email?: InvoiceEmail | undefined
  directDebit?: DirectDebit | undefined
  /** Given: the invoice is booked too, with this description (at most 200 characters). */
  bookingDescription?: string | undefined
  /** 1 to 100 lines. */
  lines: readonly (Omit<InvoiceLine, 'costCenterId' | 'unit'> & {
    unit?: string | undefined
    costCenterId?: number | undefined
  })[]
}

/** All given conditions hold at once, bounds included. */
export type InvoiceFilter = {
  invoiceNumber?: string | undefined
  relationCode?: string | undefined
  dateFrom?: PlainDate | undefined
  dateTo?: PlainDate | undefined
}
