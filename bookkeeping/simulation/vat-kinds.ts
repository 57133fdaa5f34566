import type { VatTreatment } from '@stella/invoicing'
import type { Random } from './random.ts'

/** What a line can be taxed as: its rate in hundredths of a per cent, and what the books call it. */
export type Kind = { readonly treatment: VatTreatment; readonly rate: number; readonly vatCode: string }

/** What the books call what stands in no box, and the cent between a price and what net and VAT can reach together. */
const OUTSIDE_VAT = 'GEEN'

const high: Kind = { treatment: 'high', rate: 2_100, vatCode: 'HOOG_VERK_21' }
const low: Kind = { treatment: 'low', rate: 900, vatCode: 'LAAG_VERK_9' }
const zero: Kind = { treatment: 'zero', rate: 0, vatCode: OUTSIDE_VAT }
const usual = [high, high, low, zero]
/**
 * All of them, and rates that the law had on another day than that of the booking; in the order in which an invoice
 * adds them up, so that of two that have an equal claim to a cent the earlier one has it.
 */
export const kinds: readonly Kind[] = [
  high,
  { treatment: 'high', rate: 1_900, vatCode: 'AFW_VERK' },
  low,
  { treatment: 'low', rate: 600, vatCode: 'AFW_VERK' },
  { treatment: 'other_rate', rate: 1_300, vatCode: 'AFW_VERK' },
  { treatment: 'other_rate', rate: 550, vatCode: 'AFW_VERK' },
  zero,
  { treatment: 'reverse_charge', rate: 0, vatCode: 'VERL_VERK' },
  { treatment: 'reverse_charge_low', rate: 0, vatCode: 'VERL_VERK_L9' },
  { treatment: 'eu_goods', rate: 0, vatCode: 'BI_EU_VERK' },
  { treatment: 'eu_services', rate: 0, vatCode: 'BI_EU_VERK_D' },
  { treatment: 'outside_eu', rate: 0, vatCode: 'BU_EU_VERK' },
  { treatment: 'exempt', rate: 0, vatCode: OUTSIDE_VAT },
  { treatment: 'small_business_scheme', rate: 0, vatCode: OUTSIDE_VAT },
]

/** What most lines are taxed as, and some that are rarer. */
export const usualTreatments = ['high', 'low', 'zero', 'reverse_charge', 'exempt', 'eu_goods'] as const

/** Codes of what is not taxed, in a box of its own. */
export const untaxed: ReadonlySet<string> = new Set(
  kinds.filter(({ rate, vatCode }) => rate === 0 && vatCode !== OUTSIDE_VAT).map(({ vatCode }) => vatCode),
)

/** So many lines are taxed in any of all ways, and the others as most are. */
const UNUSUAL = 0.3

export function drawKind(random: Random, ways: Random): Kind {
  const drawn = usual[random.between(0, 3)] ?? high
  return ways.happens(UNUSUAL) ? (kinds[ways.between(0, kinds.length - 1)] ?? drawn) : drawn
}
