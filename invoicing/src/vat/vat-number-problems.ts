import type { CustomerContent } from '../customers/customer.ts'
import { memberStateOf } from '../customers/vat-number.ts'
import type { OrganizationProfile } from '../organizations/organization-profile.ts'
import type { Problem, ProblemCode } from '../problems/problem.ts'
import { type NeededNumber, type VatTreatment, vatTreatments } from './treatments.ts'

/**
 * The VAT numbers that are missing for the treatments of an invoice: where nothing is charged because the customer
 * owes the VAT, both numbers stand on the invoice (article 35a Wet OB).
 */
export function vatNumberProblems(
  treatments: readonly VatTreatment[],
  { customer, sender }: { customer: CustomerContent; sender: Pick<OrganizationProfile, 'vatNumber'> },
): Problem[] {
  const needed = treatments.flatMap((treatment) => vatTreatments[treatment].customersNumber ?? [])
  if (needed.length === 0) return []
  const code = needed.map((need) => whyNot(need, customer.vatNumber)).find((it) => it !== null)
  const problems: Problem[] = []
  if (code) problems.push({ path: 'customer.vatNumber', code })
  if (sender.vatNumber === null)
    problems.push({ path: 'organization.vatNumber', code: 'own_vat_number_missing' })
  return problems
}

function whyNot(need: NeededNumber, vatNumber: string | null): ProblemCode | null {
  if (vatNumber === null) return 'customer_vat_number_missing'
  if (need === 'any') return null
  const state = memberStateOf(vatNumber)
  const isOther = state !== null && state !== 'NL' && (state !== 'XI' || need === 'other_member_state_or_xi')
  return isOther ? null : 'customer_vat_number_not_eu'
}
