import type { PlainDate } from '../dates/plain-date.ts'
import type { Problem } from '../problems/problem.ts'
import { type DatedRate, type RatedTreatment, ratedTreatments, rateOn } from '../vat/rates.ts'
import {
  isOfferedVatTreatment,
  readVatRate,
  type VatRate,
  type VatTreatment,
  vatTreatments,
} from '../vat/treatments.ts'

export type VatInput = {
  readonly vatTreatment?: string | null | undefined
  /** Only needed where the treatment leaves the rate to the line. */
  readonly vatRate?: string | null | undefined
}

/** The rates of the law, and the day whose rates count: the last day on which was supplied. */
export type RatesOfDay = { readonly rates: readonly DatedRate[]; readonly day: PlainDate }

/** How one line is taxed. What is unknown is a problem; zero stands in for it and is never saved. */
export function readVat(
  problems: Problem[],
  path: string,
  input: VatInput,
  ofDay: RatesOfDay,
): { readonly vatTreatment: VatTreatment; readonly vatRate: VatRate } {
  const { vatTreatment } = input
  if (!isOfferedVatTreatment(vatTreatment)) {
    const code = vatTreatment ? 'vat_treatment_unknown' : 'required'
    problems.push({ path: `${path}.vatTreatment`, code })
    return { vatTreatment: 'zero', vatRate: '0' }
  }
  return { vatTreatment, vatRate: readRate(problems, path, { ...input, vatTreatment }, ofDay) }
}

function readRate(
  problems: Problem[],
  path: string,
  { vatTreatment, vatRate }: VatInput & { vatTreatment: VatTreatment },
  { rates, day }: RatesOfDay,
): VatRate {
  const stated = (vatRate ?? '').trim()
  const read = stated === '' ? null : readVatRate(stated)
  if (!isRated(vatTreatment) && vatTreatments[vatTreatment].rate === null) {
    if (stated === '') problems.push({ path: `${path}.vatRate`, code: 'required' })
    else if (read === null || read === '0')
      problems.push({ path: `${path}.vatRate`, code: 'vat_rate_invalid' })
    return read ?? '0'
  }
  const own = isRated(vatTreatment) ? rateOn(rates, vatTreatment, day) : vatTreatments[vatTreatment].rate
  if (own === null) problems.push({ path: `${path}.vatTreatment`, code: 'vat_rate_unknown' })
  else if (stated !== '' && read !== own)
    problems.push({ path: `${path}.vatRate`, code: 'vat_rate_not_of_treatment' })
  return own ?? '0'
}

function isRated(treatment: VatTreatment): treatment is RatedTreatment {
  return ratedTreatments.some((rated) => rated === treatment)
}
