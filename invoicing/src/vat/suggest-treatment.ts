import { isInEuropeanUnion } from '../customers/countries.ts'
import type { CustomerContent } from '../customers/customer.ts'
import type { VatScheme } from '../organizations/organization-profile.ts'
import { memberStateOf } from '../vat-numbers/vat-number.ts'
import type { OfferedVatTreatment } from './treatments.ts'

/**
 * The treatment that a new line for a customer most likely has, or the one that is agreed with it; people choose
 * another where it is not. A business
 * in another member state is one where it has a VAT number there; without one it is charged as a private person is
 * (article 6 Wet OB). Who takes part in the small businesses scheme charges nothing where others charge. Outside the EU what is sold leaves the EU, or is taxed where the customer is.
 */
export function suggestVatTreatment(
  customer: Pick<CustomerContent, 'country' | 'kind' | 'vatNumber' | 'vatTreatment'>,
  vatScheme: VatScheme,
): OfferedVatTreatment {
  const likely = customer.vatTreatment ?? ofCustomer(customer)
  return vatScheme === 'small_business_scheme' && isCharged(likely) ? 'small_business_scheme' : likely
}

function isCharged(treatment: OfferedVatTreatment): boolean {
  return treatment === 'high' || treatment === 'low' || treatment === 'other_rate'
}

function ofCustomer({
  country,
  kind,
  vatNumber,
}: Pick<CustomerContent, 'country' | 'kind' | 'vatNumber'>): OfferedVatTreatment {
  if (country === 'NL') return 'high'
  if (!isInEuropeanUnion(country)) return 'outside_eu'
  const state = vatNumber === null ? null : memberStateOf(vatNumber)
  return kind === 'company' && state !== null && state !== 'NL' ? 'eu_services' : 'high'
}
