import { periodText, readPeriod } from '../format/period.ts'
import { openViews } from '../routing/open-views.ts'
import type { InvoiceColumn, InvoiceListSearch, InvoiceView } from '../routing/paths.ts'
import { amountTextOf, orderOf, type Raw, textOf, viewedSearch } from '../routing/search.ts'

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
  'open',
  'in-de-boeken',
  'verzonden',
  ...Object.values(openViews),
]

const invoiceColumns: readonly InvoiceColumn[] = [
  'datum',
  'nummer',
  'klant',
  'vervalt',
  'bedrag',
  'open',
  'status',
]

/** How the list stands where its address says nothing. */
export const usualOrder = '-datum'

const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** By what the list of invoices is narrowed, and its order. */
export function invoiceSearch(raw: Raw): InvoiceListSearch {
  const period = readPeriod(textOf(raw.periode))
  const order = orderOf(raw, invoiceColumns)
  const customer = textOf(raw.klant)
  const [least, most] = [amountTextOf(raw.vanaf), amountTextOf(raw.tot)]
  return {
    ...viewedSearch(raw, invoiceViews),
    ...(period && { periode: periodText(period) }),
    ...(customer !== undefined && idForm.test(customer) && { klant: customer }),
    ...(least !== undefined && { vanaf: least }),
    ...(most !== undefined && { tot: most }),
    ...(order && order !== usualOrder && { volgorde: order }),
  }
}

/** What stands in the address of an invoice that is not saved yet, in the place of its id. */
export const newInvoiceId = 'nieuw'

/** The customer a new invoice is for. */
export function newInvoiceSearch(raw: Raw): { klant?: string } {
  const customer = textOf(raw.klant)
  return customer ? { klant: customer } : {}
}
