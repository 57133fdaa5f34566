import type { DocumentAllowance } from '../allowances/allowance.ts'
import { type AllowanceInput, readAllowances } from '../allowances/read-allowances.ts'
import type { Problem } from '../problems/problem.ts'
import { type RatesOfDay, readVat, type VatInput } from './read-vat.ts'

export type DocumentAllowanceInput = AllowanceInput & VatInput

/** Reads the discounts and charges on the whole, each with the VAT it falls under where it names one. */
export function readDocumentAllowances(
  problems: Problem[],
  inputs: readonly DocumentAllowanceInput[] | null | undefined,
  ofDay: RatesOfDay,
): DocumentAllowance[] {
  return readAllowances(problems, 'allowances', inputs, (read, input, path) => ({
    ...read,
    ...(input.vatTreatment ? readVat(problems, path, input, ofDay) : { vatTreatment: null, vatRate: null }),
  }))
}
