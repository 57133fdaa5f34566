import { isInEuropeanUnion } from '../customers/countries.ts'
import type { CustomerContent } from '../customers/customer.ts'
import { type Cents, cents } from '../money/cents.ts'
import type { VatTreatment } from './treatments.ts'

/**
 * Up to this amount a calendar year, without VAT and over all member states together, goods and digital services for
 * consumers elsewhere in the EU are taxed at home (article 59c of the VAT directive, article 6j Wet OB).
 */
export const distanceSalesThreshold: Cents = cents(1_000_000n)

/** What a consumer is charged with the VAT of the Netherlands. */
export const domesticTreatments: readonly VatTreatment[] = ['high', 'low', 'other_rate', 'zero']

/** Whether somebody counts as a consumer in another member state: without a VAT number a business does as well. */
export function isConsumerElsewhere({
  country,
  kind,
  vatNumber,
}: Pick<CustomerContent, 'country' | 'kind' | 'vatNumber'>): boolean {
  return country !== 'NL' && isInEuropeanUnion(country) && (kind === 'person' || vatNumber === null)
}
