import { queryOptions, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useFormat } from '../format/format.ts'
import { useTexts } from '../language/language.tsx'
import { api, dataOf, type Schemas } from './client.ts'

/** The treatments that an invoice offers, in their order. Their rates and codes are the API's to know. */
export const vatTreatments = [
  'high',
  'low',
  'zero',
  'reverse_charge',
  'reverse_charge_low',
  'eu_goods',
  'eu_services',
  'outside_eu',
  'exempt',
  'small_business_scheme',
  'other_rate',
] as const satisfies readonly Schemas['VatTreatment'][]

export type VatTreatment = (typeof vatTreatments)[number]

export function isVatTreatment(given: string): given is VatTreatment {
  return vatTreatments.some((treatment) => treatment === given)
}

/** A day is long enough: the law changes with the year. */
const dayMs = 86_400_000

const vatRatesQuery = queryOptions({
  queryKey: ['vat-rates'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/vat-rates', { signal })),
  staleTime: dayMs,
})

/** The rate of the law on a day (YYYY-MM-DD), as a percentage such as `21`; undefined where none is known. */
export function rateOn(
  rates: readonly Schemas['VatRate'][],
  treatment: string,
  day: string,
): string | undefined {
  const begun = rates.filter((row) => row.treatment === treatment && row.from <= day)
  const last = begun.sort((a, b) => (a.from < b.from ? 1 : -1))[0]
  return last && (last.until === null || day <= last.until) ? last.rate : undefined
}

/** How a line names its VAT on a day: the percentage where the law sets one, a word elsewhere. */
export function useVatNames(day: string) {
  const { vat } = useTexts()
  const format = useFormat()
  const { data } = useQuery(vatRatesQuery)
  return useCallback(
    (treatment: string) => {
      const rate = rateOn(data?.rates ?? [], treatment, day)
      if (rate !== undefined) return format.rate(rate)
      return isVatTreatment(treatment) ? vat.choices[treatment] : treatment
    },
    [data, day, format, vat],
  )
}

/** The rate of the law for a treatment on a day; undefined where the law sets none, or none is known. */
export function useRates(day: string) {
  const { data } = useQuery(vatRatesQuery)
  return useCallback((treatment: string) => rateOn(data?.rates ?? [], treatment, day), [data, day])
}

type Taxed = { vatTreatment: string; vatRate: string }

/** The same of a line or a total that has its rate already. */
export function useVatName() {
  const { vat } = useTexts()
  const format = useFormat()
  return ({ vatTreatment, vatRate }: Taxed) => {
    if (vatRate !== '0') return format.rate(vatRate)
    return isVatTreatment(vatTreatment) ? vat.choices[vatTreatment] : vatTreatment
  }
}

type PartOfTotals = Schemas['Totals']['perTreatment'][number]

/** What a row of the totals says: the VAT and over what, or that none is charged. */
export function useVatTotal() {
  const { invoiceForm, vat } = useTexts()
  const format = useFormat()
  const nothing: Readonly<Record<string, (net: string) => string>> = vat.nothingOver
  return ({ vatTreatment, rate, taxable }: PartOfTotals) => {
    const over = format.euro(taxable)
    return nothing[vatTreatment]?.(over) ?? invoiceForm.vatOver(format.rate(rate), over)
  }
}
