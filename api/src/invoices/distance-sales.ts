import { findCustomer, type StoredFinal, sumDistanceSales, type Transaction } from '@stella/database'
import {
  type Cents,
  type CustomerContent,
  distanceSalesThreshold,
  domesticTreatments,
  type InvoiceContent,
  type InvoiceTotals,
  isConsumerElsewhere,
  sumOf,
  yearOf,
  ZERO,
} from '@stella/invoicing'
import { type Language, textsIn } from '@stella/texts'
import { ApiError } from '../http/api-error.ts'
import { euros } from '../http/euros.ts'

/** That sales to consumers elsewhere in the EU passed the amount up to which they are taxed here, and in which year. */
type Passed = { readonly year: number; readonly sum: Cents; readonly isThisYear: boolean }

/**
 * That an invoice charges Dutch VAT where that of the customer's country is due, unless it is for something else than goods
 * and digital services; null where it is not.
 */
export async function distanceSalesSentence(
  tx: Transaction,
  invoice: InvoiceContent & { readonly totals: InvoiceTotals },
  language: Language,
): Promise<string | null> {
  const customer = await findCustomer(tx, invoice.customerId)
  const passed = customer && (await passedBy(tx, { ...invoice, customer }, domesticNetOf(invoice)))
  if (!passed) return null
  const { distance_sales, distance_sales_before } = textsIn(language).api.warnings
  const say = passed.isThisYear ? distance_sales : distance_sales_before
  return say(passed.year, euros(passed.sum, language), euros(distanceSalesThreshold, language))
}

/**
 * Holds back such an invoice that just became final, whose number is drawn: whoever is next in its series sees it counted.
 *
 * @throws ApiError `invalid_fields`; nothing is final then
 */
export async function refuseDistanceSale(
  tx: Transaction,
  final: StoredFinal,
  isOtherwise: boolean,
): Promise<void> {
  if (isOtherwise || (await passedBy(tx, final, ZERO)) === null) return
  const fields = [{ path: 'notDistanceSale', code: 'distance_sale_elsewhere' }]
  throw new ApiError('invalid_fields', { fields })
}

/**
 * Article 59c of the VAT directive: neither in this year nor in the one before. Credit notes and what comes to nothing
 * are not held back.
 *
 * @param more what is not counted yet
 */
async function passedBy(
  tx: Transaction,
  invoice: Pick<InvoiceContent, 'invoiceDate'> & {
    readonly totals: InvoiceTotals
    readonly customer: CustomerContent
  },
  more: Cents,
): Promise<Passed | null> {
  if (!isConsumerElsewhere(invoice.customer) || domesticNetOf(invoice) <= 0n) return null
  const year = yearOf(invoice.invoiceDate)
  const sum = sumOf([await sumDistanceSales(tx, year), more])
  if (sum > distanceSalesThreshold) return { year, sum, isThisYear: true }
  const before = await sumDistanceSales(tx, year - 1)
  return before > distanceSalesThreshold ? { year: year - 1, sum: before, isThisYear: false } : null
}

function domesticNetOf({ totals }: { readonly totals: InvoiceTotals }): Cents {
  const own = totals.vatGroups.filter(({ treatment }) => domesticTreatments.includes(treatment))
  return sumOf(own.map(({ net }) => net))
}
