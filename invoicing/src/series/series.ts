import { type PlainDate, yearOf } from '../dates/plain-date.ts'

/** What a person decides about a series of numbers. */
export type SeriesContent = {
  readonly name: string
  /** The parts between braces in small letters, as in `{jaar}-{nummer}`. */
  readonly pattern: string
  /** Whether each year begins at 1; else it goes on over the years. */
  readonly restartsYearly: boolean
}

/** Numbers as every business begins with: «2026-0001». */
export const usualPattern = '{jaar}-{nummer}'

/** The year whose numbers an invoice of this date is among; 0 where a series goes on over the years. */
export function yearInSeries(series: Pick<SeriesContent, 'restartsYearly'>, invoiceDate: PlainDate): number {
  return series.restartsYearly ? yearOf(invoiceDate) : 0
}
