import { parseDecimal, powerOfTen } from '../money/decimal.ts'

/** How VAT is reckoned on one line. */
export type VatTreatment = keyof typeof treatments

/** A percentage in machine notation with at most two decimals: «21», «9», «5.5». */
export type VatRate = string

/** Boxes («rubrieken») of the Dutch VAT return that a sale can stand in. */
export type VatReturnBox = '1a' | '1b' | '1c' | '1e' | '3a' | '3b' | '3c'

/** VAT categories of EN 16931 (UNCL 5305): standard, zero, reverse charge, intra-community, export, exempt. */
export type VatCategory = 'S' | 'Z' | 'AE' | 'K' | 'G' | 'E'

export type VatTreatmentRules = {
  /** The rate in per cent; null where the line itself states it. */
  readonly rate: VatRate | null
  /** Where the sale stands in the VAT return; null where it stands in none. */
  readonly box: VatReturnBox | null
  readonly category: VatCategory
  /** The code of the reason why no VAT is charged (CEF VATEX list), where EN 16931 has one. */
  readonly exemptionCode: string | null
}

const treatments = {
  high: { rate: '21', box: '1a', category: 'S', exemptionCode: null },
  low: { rate: '9', box: '1b', category: 'S', exemptionCode: null },
  other_rate: { rate: null, box: '1c', category: 'S', exemptionCode: null },
  zero: { rate: '0', box: '1e', category: 'Z', exemptionCode: null },
  reverse_charge: { rate: '0', box: '1e', category: 'AE', exemptionCode: 'VATEX-EU-AE' },
  reverse_charge_low: { rate: '0', box: '1e', category: 'AE', exemptionCode: 'VATEX-EU-AE' },
  eu_goods: { rate: '0', box: '3b', category: 'K', exemptionCode: 'VATEX-EU-IC' },
  eu_services: { rate: '0', box: '3b', category: 'AE', exemptionCode: 'VATEX-EU-AE' },
  outside_eu: { rate: '0', box: '3a', category: 'G', exemptionCode: 'VATEX-EU-G' },
  distance_sale: { rate: null, box: '3c', category: 'S', exemptionCode: null },
  exempt: { rate: '0', box: null, category: 'E', exemptionCode: null },
  small_business_scheme: { rate: '0', box: null, category: 'E', exemptionCode: null },
} as const satisfies Record<string, VatTreatmentRules>

/** Every treatment Stella knows. What is not in this table is refused, never taken for 21 %. */
export const vatTreatments: Readonly<Record<VatTreatment, VatTreatmentRules>> = treatments

/** The treatments in the order in which totals list them. */
export const vatTreatmentCodes = Object.keys(treatments) as readonly VatTreatment[]

/**
 * The treatments a line may have today. The others are known to the arithmetic and wait for the questions
 * that go with them (the customer's VAT number, the country of delivery).
 */
export const offeredVatTreatments = ['high', 'low', 'zero'] as const satisfies readonly VatTreatment[]
export type OfferedVatTreatment = (typeof offeredVatTreatments)[number]

export function isOfferedVatTreatment(code: unknown): code is OfferedVatTreatment {
  return offeredVatTreatments.some((offered) => offered === code)
}

/**
 * Rates stay below a half, in hundredths of a per cent: well above the highest in Europe (27 %), and low enough
 * that splitting prices that include VAT never moves a share by a whole cent.
 */
const RATE_BOUND = 5_000n

/**
 * A rate in hundredths of a per cent: «21» is 2100n.
 *
 * @throws RangeError when it is not a percentage from 0 to 49.99 with at most two decimals.
 */
export function rateInHundredths(rate: VatRate): bigint {
  const decimal = parseDecimal(rate, 2)
  const hundredths = decimal === null ? -1n : decimal.units * powerOfTen(2 - decimal.scale)
  if (hundredths < 0n || hundredths >= RATE_BOUND) throw new RangeError(`Not a VAT rate: ${rate}.`)
  return hundredths
}
