import { parseAmount, sumOf, taxableOf } from '@stella/invoicing'
import { type Final, planOf } from './documents.ts'
import { holdEqual } from './identity-broken.ts'

/** An invoice and its credit notes, once nothing is left, come to nothing: by rate, and in the books by code. */
export function checkSums(invoice: Final, notes: readonly Final[]): void {
  const groups = [invoice, ...notes].flatMap(({ totals }) => totals.vatGroups)
  for (const { rate, treatment } of invoice.totals.vatGroups) {
    const own = groups.filter((group) => group.treatment === treatment && group.rate === rate)
    for (const key of ['net', 'vat', 'gross'] as const)
      holdEqual(`${key} left of ${treatment} ${rate}`, 0n, sumOf(own.map((group) => group[key])))
    holdEqual(`taxable left of ${treatment} ${rate}`, 0n, sumOf(own.map(taxableOf)))
  }
  const booked = [invoice, ...notes].flatMap((final) => {
    const plan = planOf(final)
    return plan.ok ? plan.mutation.lines : []
  })
  for (const code of new Set(booked.map(({ vatCode }) => vatCode)))
    for (const key of ['net', 'vat', 'gross'] as const) {
      const own = booked.filter(({ vatCode }) => vatCode === code)
      holdEqual(
        `${key} left in the books under ${code}`,
        0n,
        sumOf(own.map((line) => parseAmount(line[key]))),
      )
    }
}
