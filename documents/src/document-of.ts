import {
  type CustomerContent,
  type DocumentLanguage,
  type DraftInvoice,
  dueDate,
  type FinalInvoice,
  type OrganizationProfile,
} from '@stella/invoicing'
import type { FinalInvoiceDocument, Logo } from './invoice-document.ts'

/** An invoice as documents show it: a credit note says which invoice it takes back. */
export function shownOf<Shown extends DraftInvoice | FinalInvoice>(invoice: Shown) {
  if (invoice.state === 'draft' || invoice.credits === null) return invoice
  const { number, invoiceDate, gross } = invoice.credits
  const creditedInvoice = { number, invoiceDate, gross, dueDate: dueDate(invoice.credits), remaining: null }
  return { ...invoice, kind: 'credit_note' as const, creditedInvoice }
}

/** A final invoice with the parties frozen in it, in a language, and with the logo of then where it is set as PDF. */
export function finalDocumentOf(
  invoice: FinalInvoice & { readonly customer: CustomerContent; readonly sender: OrganizationProfile },
  language: DocumentLanguage,
  logo: Logo | null = null,
): FinalInvoiceDocument {
  const { customer, sender } = invoice
  return { invoice: shownOf(invoice), organization: { ...sender, logo }, customer: { ...customer, language } }
}
