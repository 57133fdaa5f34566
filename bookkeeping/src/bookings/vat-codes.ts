import type { VatTreatment } from '@stella/invoicing'

/**
 * How e-Boekhouden.nl calls each treatment (BTWCode, manual 5.5 and the REST API's list). What is not here is
 * not booked. `distance_sale` is absent: under the one-stop shop its VAT is another country's and needs a line
 * of its own.
 */
const codes = {
  high: 'HOOG_VERK_21',
  low: 'LAAG_VERK_9',
  other_rate: 'AFW_VERK',
  zero: 'GEEN',
  reverse_charge: 'VERL_VERK',
  reverse_charge_low: 'VERL_VERK_L9',
  eu_goods: 'BI_EU_VERK',
  eu_services: 'BI_EU_VERK_D',
  outside_eu: 'BU_EU_VERK',
  exempt: 'GEEN',
  small_business_scheme: 'GEEN',
} as const satisfies Partial<Record<VatTreatment, string>>

/** For amounts that stand outside VAT, such as a rounding of one cent. */
export const NO_VAT_CODE = 'GEEN'

/** The BTWCode of a treatment, or null when there is none: then the invoice is refused, never taken for 21 %. */
export function vatCodeOf(treatment: string): string | null {
  return Object.hasOwn(codes, treatment) ? (codes[treatment as keyof typeof codes] ?? null) : null
}
