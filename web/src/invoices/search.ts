import type { InvoiceView, ListSearch } from '../routing/paths.ts'
import { type Raw, textOf, viewedSearch } from '../routing/search.ts'

const invoiceViews: readonly InvoiceView[] = ['concept', 'definitief', 'wacht', 'mislukt', 'niet-geboekt']

/** The words and the view of the list of invoices. */
export function invoiceSearch(raw: Raw): ListSearch<InvoiceView> {
  return viewedSearch(raw, invoiceViews)
}

/** What stands in the address of an invoice that is not saved yet, in the place of its id. */
export const newInvoiceId = 'nieuw'

/** The customer a new invoice is for. */
export function newInvoiceSearch(raw: Raw): { klant?: string } {
  const customer = textOf(raw.klant)
  return customer ? { klant: customer } : {}
}
