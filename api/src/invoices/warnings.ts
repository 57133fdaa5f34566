import {
  findCustomer,
  findLookAlike,
  isKnownClosed,
  sumDistanceSales,
  type Transaction,
} from '@stella/database'
import {
  type Cents,
  distanceSalesThreshold,
  domesticTreatments,
  formatAmount,
  type InvoiceContent,
  type InvoiceTotals,
  isConsumerElsewhere,
  type PlainDate,
  sumOf,
  yearOf,
} from '@stella/invoicing'
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
    ...(await distanceSales(tx, invoice, language)),
    ...(alike === undefined ? [] : [warnings.look_alike(alike.number, dayIn(language, alike.invoiceDate))]),
  ]
}

/** That the sales of the year to consumers elsewhere in the EU pass the amount up to which they are taxed here. */
async function distanceSales(
  tx: Transaction,
  { customerId, invoiceDate, totals }: InvoiceContent & { readonly totals: InvoiceTotals },
  language: Language,
): Promise<string[]> {
  const own = totals.vatGroups.filter(({ treatment }) => domesticTreatments.includes(treatment))
  const customer = await findCustomer(tx, customerId)
  if (own.length === 0 || customer === undefined || !isConsumerElsewhere(customer)) return []
  const year = yearOf(invoiceDate)
  const sum = sumOf([await sumDistanceSales(tx, year), ...own.map(({ net }) => net)])
  if (sum <= distanceSalesThreshold) return []
  const said = [year, eurosIn(language, sum), eurosIn(language, distanceSalesThreshold)] as const
  return [textsIn(language).api.warnings.distance_sales(...said)]
}

function eurosIn(language: Language, amount: Cents): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR' })
  return format.format(Number(formatAmount(amount)))
}

function dayIn(language: Language, day: PlainDate): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${day}T00:00:00Z`))
}
