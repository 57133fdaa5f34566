import { findLookAlike, isKnownClosed, type Transaction } from '@stella/database'
import type { InvoiceContent, InvoiceTotals, PlainDate } from '@stella/invoicing'
import { type Language, textsIn } from '@stella/texts'

/** What is odd about an invoice that is to become final. Nothing of it holds it back. */
export async function warningsOf(
  tx: Transaction,
  invoice: InvoiceContent & { readonly totals: InvoiceTotals },
  language: Language,
): Promise<string[]> {
  const { warnings } = textsIn(language).api
  const { invoiceDate } = invoice
  const alike = await findLookAlike(tx, invoice)
  return [
    ...((await isKnownClosed(tx, invoiceDate)) ? [warnings.period_closed(dayIn(language, invoiceDate))] : []),
    ...(alike === undefined ? [] : [warnings.look_alike(alike.number, dayIn(language, alike.invoiceDate))]),
  ]
}

function dayIn(language: Language, day: PlainDate): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`))
}
