import type { CustomerContent, FinalInvoice, Invoice, OrganizationProfile } from '@stella/invoicing'

/** The parts of an invoice that a document shows. The totals are those it was saved with, not reckoned anew. */
type Shown =
  | 'invoiceDate'
  | 'paymentTermDays'
  | 'description'
  | 'pricesIncludeVat'
  | 'lines'
  | 'totals'
  | 'state'
  | 'number'

/**
 * An invoice with its two parties. Of a final invoice, give the sender and the customer as they were when it
 * was made final, so that the document is the same for ever.
 */
export type InvoiceDocument = {
  readonly organization: OrganizationProfile
  readonly customer: CustomerContent
  readonly invoice: Pick<Invoice, Shown>
}

/** The same of an invoice that has its number. */
export type FinalInvoiceDocument = Omit<InvoiceDocument, 'invoice'> & {
  readonly invoice: Pick<FinalInvoice, Shown>
}
