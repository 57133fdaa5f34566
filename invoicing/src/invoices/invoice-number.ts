import { type PlainDate, yearOf } from '../dates/plain-date.ts'

/** The series an invoice is numbered in: the year of its date. */
export function seriesOf(invoiceDate: PlainDate): string {
  return String(yearOf(invoiceDate))
}

/** The number with a place in a series: «2026-0001», and «2026-12345» after 9,999. */
export function formatInvoiceNumber(series: string, sequence: number): string {
  if (!Number.isSafeInteger(sequence) || sequence < 1)
    throw new RangeError(`Not a place in a series: ${sequence}.`)
  return `${series}-${String(sequence).padStart(4, '0')}`
}
