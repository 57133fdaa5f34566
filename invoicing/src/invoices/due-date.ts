import { addDays, type PlainDate } from '../dates/plain-date.ts'

/** The last day on which the invoice is paid in time. */
export function dueDate(invoice: {
  readonly invoiceDate: PlainDate
  readonly paymentTermDays: number
}): PlainDate {
  return addDays(invoice.invoiceDate, invoice.paymentTermDays)
}
