import type { PlainDate } from '../dates/plain-date.ts'
import type { VatRate } from './treatments.ts'

/** The treatments of which the law sets the rate, and now and then another. */
export const ratedTreatments = ['high', 'low'] as const
export type RatedTreatment = (typeof ratedTreatments)[number]

/** A rate of the law with the days on which it holds, both included; `until` is null while no end is known. */
export type DatedRate = {
  readonly treatment: RatedTreatment
  readonly rate: VatRate
  readonly from: PlainDate
  readonly until: PlainDate | null
}

/**
 * The rates of Dutch VAT since 1980, the first day that can be booked (Wet op de omzetbelasting 1968, article 9, as
 * it read on each day). The database begins with these rows and has the last word: a new rate is a row there.
 */
export const statutoryRates: readonly DatedRate[] = [
  row('high', '18', '1976-01-01', '1983-12-31'),
  row('high', '19', '1984-01-01', '1986-09-30'),
  row('high', '20', '1986-10-01', '1988-12-31'),
  row('high', '18.5', '1989-01-01', '1992-09-30'),
  row('high', '17.5', '1992-10-01', '2000-12-31'),
  row('high', '19', '2001-01-01', '2012-09-30'),
  row('high', '21', '2012-10-01', null),
  row('low', '4', '1976-01-01', '1983-12-31'),
  row('low', '5', '1984-01-01', '1986-09-30'),
  row('low', '6', '1986-10-01', '2018-12-31'),
  row('low', '9', '2019-01-01', null),
]

/**
 * The rate of a treatment on the day of supply; null where no row says it. Of the rows that have begun the last one
 * counts, so that a new rate needs no change of the row before it. Never a guess.
 */
export function rateOn(
  rates: readonly DatedRate[],
  treatment: RatedTreatment,
  day: PlainDate,
): VatRate | null {
  let last: DatedRate | null = null
  for (const row of rates) {
    if (row.treatment !== treatment || row.from > day) continue
    if (last === null || row.from > last.from) last = row
  }
  return last === null || (last.until !== null && last.until < day) ? null : last.rate
}

function row(treatment: RatedTreatment, rate: VatRate, from: string, until: string | null): DatedRate {
  return { treatment, rate, from: from as PlainDate, until: until as PlainDate | null }
}
