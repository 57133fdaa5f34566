import { periodText, readPeriod } from '../format/period.ts'
import { openViews } from '../routing/open-views.ts'
import type { InvoiceListSearch, InvoiceView } from '../routing/paths.ts'
import { type Raw, textOf, viewedSearch } from '../routing/search.ts'

const invoiceViews: readonly InvoiceView[] = [
  'concept',
  'definitief',
  'wacht',
  'mislukt',
  'niet-geboekt',
  'te-laat',
  'betaald',
  'niet-verzonden',
  'mail-mislukt',
  'overgenomen',
  ...Object.values(openViews),
]

/** The words, the view and the period of the list of invoices. */
export function invoiceSearch(raw: Raw): InvoiceListSearch {
  const period = readPeriod(textOf(raw.periode))
  return { ...viewedSearch(raw, invoiceViews), ...(period && { periode: periodText(period) }) }
}

/** What stands in the address of an invoice that is not saved yet, in the place of its id. */
export const newInvoiceId = 'nieuw'

/** The customer a new invoice is for. */
export function newInvoiceSearch(raw: Raw): { klant?: string } {
  const customer = textOf(raw.klant)
  return customer ? { klant: customer } : {}
}
