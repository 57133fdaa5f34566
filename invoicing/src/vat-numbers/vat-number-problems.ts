import type { CustomerContent } from '../customers/customer.ts'
import type { Problem, ProblemCode } from '../problems/problem.ts'
import { type NeededNumber, type VatTreatment, vatTreatments } from '../vat/treatments.ts'
import { memberStateOf } from './vat-number.ts'

/**
 * What is wrong with the customer's VAT number for the treatments of an invoice: where nothing is charged because the
 * customer owes the VAT, it stands on the invoice (article 35a Wet OB).
 */
export function vatNumberProblems(
  treatments: readonly VatTreatment[],
  customer: Pick<CustomerContent, 'kind' | 'vatNumber'>,
): Problem[] {
  const needed = treatments.flatMap((treatment) => vatTreatments[treatment].customersNumber ?? [])
  // A private person has none to fill in; it is another VAT, or a business after all.
  if (needed.length > 0 && customer.kind === 'person' && customer.vatNumber === null) {
    return [{ path: 'customer.kind', code: 'customer_is_person' }]
  }
  const code = needed.map((need) => whyNot(need, customer.vatNumber)).find((it) => it !== null)
  return code ? [{ path: 'customer.vatNumber', code }] : []
}

function whyNot(need: NeededNumber, vatNumber: string | null): ProblemCode | null {
  if (vatNumber === null) return 'customer_vat_number_missing'
  if (need === 'any') return null
  const state = memberStateOf(vatNumber)
  const isOther = state !== null && state !== 'NL' && (state !== 'XI' || need === 'other_member_state_or_xi')
  return isOther ? null : 'customer_vat_number_not_eu'
}
