import { formatDecimal, parseDecimal, powerOfTen } from '../money/decimal.ts'

/** How VAT is reckoned on one line. */
export type VatTreatment = keyof typeof treatments

/** A percentage in machine notation with at most two decimals: «21», «9», «5.5». */
export type VatRate = string

/** Boxes («rubrieken») of the Dutch VAT return that a sale can stand in. */
export type VatReturnBox = '1a' | '1b' | '1c' | '1e' | '3a' | '3b' | '3c'

/** VAT categories of EN 16931 (UNCL 5305): standard, zero, reverse charge, intra-community, export, exempt. */
export type VatCategory = 'S' | 'Z' | 'AE' | 'K' | 'G' | 'E'

/** Whose VAT number must be right before an invoice with this treatment can be final. */
export type NeededNumber =
  /** Of whichever country. */
  | 'any'
  /** Of another member state of the EU. */
  | 'other_member_state'
  /** The same, or one of Northern Ireland, which belongs to the EU for goods. */
  | 'other_member_state_or_xi'

export type VatTreatmentRules = {
  /** The rate in per cent; null where the law sets it by the day (`high`, `low`) or the line states it itself. */
  readonly rate: VatRate | null
  /** Where the sale stands in the VAT return; null where it stands in none. */
  readonly box: VatReturnBox | null
  readonly category: VatCategory
  /** The code of the reason why no VAT is charged (CEF VATEX list), where EN 16931 has one. */
  readonly exemptionCode: string | null
  /** Of the customer: article 35a lid 1 sub d and k Wet OB. Null where the law wants none on the invoice. */
  readonly customersNumber: NeededNumber | null
}

const notNeeded = { exemptionCode: null, customersNumber: null } as const
const reversed = { rate: '0', category: 'AE', exemptionCode: 'VATEX-EU-AE' } as const

const treatments = {
  high: { rate: null, box: '1a', category: 'S', ...notNeeded },
  low: { rate: null, box: '1b', category: 'S', ...notNeeded },
  other_rate: { rate: null, box: '1c', category: 'S', ...notNeeded },
  zero: { rate: '0', box: '1e', category: 'Z', ...notNeeded },
  reverse_charge: { ...reversed, box: '1e', customersNumber: 'any' },
  reverse_charge_low: { ...reversed, box: '1e', customersNumber: 'any' },
  eu_goods: {
    rate: '0',
    box: '3b',
    category: 'K',
    exemptionCode: 'VATEX-EU-IC',
    customersNumber: 'other_member_state_or_xi',
  },
  eu_services: { ...reversed, box: '3b', customersNumber: 'other_member_state' },
  outside_eu: { rate: '0', box: '3a', category: 'G', exemptionCode: 'VATEX-EU-G', customersNumber: null },
  distance_sale: { rate: null, box: '3c', category: 'S', ...notNeeded },
  exempt: { rate: '0', box: null, category: 'E', ...notNeeded },
  small_business_scheme: { rate: '0', box: null, category: 'E', ...notNeeded },
} as const satisfies Record<string, VatTreatmentRules>

/** Every treatment Stella knows. What is not in this table is refused, never taken for 21 %. */
export const vatTreatments: Readonly<Record<VatTreatment, VatTreatmentRules>> = treatments

/** The treatments in the order in which totals list them. */
export const vatTreatmentCodes = Object.keys(treatments) as readonly VatTreatment[]

/**
 * The treatments a line may have, in the order in which they are offered. `distance_sale` is not: the VAT of another
 * country has no account in the books; see decision 049.
 */
export const offeredVatTreatments = [
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
] as const satisfies readonly VatTreatment[]
export type OfferedVatTreatment = (typeof offeredVatTreatments)[number]

export function isOfferedVatTreatment(code: unknown): code is OfferedVatTreatment {
  return offeredVatTreatments.some((offered) => offered === code)
}

/**
 * Rates stay below a half, in hundredths of a per cent: well above the highest in Europe (27 %), and low enough
 * that splitting prices that include VAT never moves a share by a whole cent.
 */
const RATE_BOUND = 5_000n

/** Reads a percentage from 0 to 49.99 and writes it in its one form («9.50» becomes «9.5»), or gives null. */
export function readVatRate(text: string): VatRate | null {
  const decimal = parseDecimal(text, 2)
  if (decimal === null) return null
  const hundredths = decimal.units * powerOfTen(2 - decimal.scale)
  return hundredths < 0n || hundredths >= RATE_BOUND ? null : formatDecimal(decimal)
}

/**
 * A rate in hundredths of a per cent: «21» is 2100n.
 *
 * @throws RangeError when it is not a percentage from 0 to 49.99 with at most two decimals.
 */
export function rateInHundredths(rate: VatRate): bigint {
  const read = readVatRate(rate)
  const decimal = read === null ? null : parseDecimal(read, 2)
  if (decimal === null) throw new RangeError(`Not a VAT rate: ${rate}.`)
  return decimal.units * powerOfTen(2 - decimal.scale)
}
