import type { VatTreatment } from '@stella/invoicing'
import type { FoundMutation } from '../src/ports/books.ts'
import type { Random } from './random.ts'

export type DrawnInvoice = {
  readonly pricesIncludeVat: boolean
  readonly lines: readonly {
    readonly description: string
    readonly quantity: string
    readonly unitPrice: string
    readonly vatTreatment: VatTreatment
    readonly vatRate: string
  }[]
}

/** What a line can be taxed as: its rate in hundredths of a per cent, and what the books call it. */
type Kind = { readonly treatment: VatTreatment; readonly rate: number; readonly vatCode: string }

/** What the books call what stands in no box, and the cent between a price and what net and VAT can reach together. */
const OUTSIDE_VAT = 'GEEN'

const high: Kind = { treatment: 'high', rate: 2_100, vatCode: 'HOOG_VERK_21' }
const low: Kind = { treatment: 'low', rate: 900, vatCode: 'LAAG_VERK_9' }
const zero: Kind = { treatment: 'zero', rate: 0, vatCode: OUTSIDE_VAT }
const usual = [high, high, low, zero]
/** All of them, and rates that the law had on another day than that of the booking. */
const kinds: readonly Kind[] = [
  high,
  low,
  zero,
  { treatment: 'high', rate: 1_900, vatCode: 'AFW_VERK' },
  { treatment: 'low', rate: 600, vatCode: 'AFW_VERK' },
  { treatment: 'other_rate', rate: 1_300, vatCode: 'AFW_VERK' },
  { treatment: 'other_rate', rate: 550, vatCode: 'AFW_VERK' },
  { treatment: 'reverse_charge', rate: 0, vatCode: 'VERL_VERK' },
  { treatment: 'reverse_charge_low', rate: 0, vatCode: 'VERL_VERK_L9' },
  { treatment: 'eu_goods', rate: 0, vatCode: 'BI_EU_VERK' },
  { treatment: 'eu_services', rate: 0, vatCode: 'BI_EU_VERK_D' },
  { treatment: 'outside_eu', rate: 0, vatCode: 'BU_EU_VERK' },
  { treatment: 'exempt', rate: 0, vatCode: OUTSIDE_VAT },
  { treatment: 'small_business_scheme', rate: 0, vatCode: OUTSIDE_VAT },
]

/** Codes of what is not taxed, in a box of its own. */
const untaxed: ReadonlySet<string> = new Set(
  kinds.filter(({ rate, vatCode }) => rate === 0 && vatCode !== OUTSIDE_VAT).map(({ vatCode }) => vatCode),
)

/** Cents per kind, in the manner of the invoice: with VAT in them or without. */
export type ExpectedAmounts = {
  readonly pricesIncludeVat: boolean
  readonly entered: ReadonlyMap<Kind, number>
}

/** One invoice in so many is as long as that of a year's subscription: longer than any page, list or batch. */
const LONG = 0.02
/** So many lines are taxed in any of all ways, and the others as most are. */
const UNUSUAL = 0.3

/** An invoice, or one of less than nothing, of a few lines or of hundreds; and what it must come to. */
export function drawInvoice(
  random: Random,
  ways: Random,
): { invoice: DrawnInvoice; expected: ExpectedAmounts } {
  const sign = random.happens(0.2) ? -1 : 1
  const entered = new Map<Kind, number>()
  const lines: DrawnInvoice['lines'][number][] = []
  const most = random.happens(LONG) ? random.between(101, 400) : random.between(1, 3)
  for (let count = most; count > 0; count -= 1) {
    const drawn = usual[random.between(0, 3)] ?? high
    const kind = ways.happens(UNUSUAL) ? (kinds[ways.between(0, kinds.length - 1)] ?? drawn) : drawn
    // Quarters and whole cents: a line is exact in quarters of a cent, and rounding it is one division.
    const quarters = random.between(1, 20)
    const price = random.between(2, 9_999)
    entered.set(kind, (entered.get(kind) ?? 0) + sign * Math.floor((quarters * price * 2 + 4) / 8))
    lines.push({
      description: 'Werk',
      quantity: String((sign * quarters) / 4),
      unitPrice: (price / 100).toFixed(2),
      vatTreatment: kind.treatment,
      vatRate: String(kind.rate / 100),
    })
  }
  const pricesIncludeVat = random.happens(0.3)
  return { invoice: { pricesIncludeVat, lines }, expected: { pricesIncludeVat, entered } }
}

/** What takes all of an invoice back. */
export function takenBack(
  { lines, ...invoice }: DrawnInvoice,
  { entered, ...expected }: ExpectedAmounts,
): { invoice: DrawnInvoice; expected: ExpectedAmounts } {
  return {
    invoice: { ...invoice, lines: lines.map((line) => ({ ...line, quantity: negative(line.quantity) })) },
    expected: { ...expected, entered: new Map([...entered].map(([kind, amount]) => [kind, -amount])) },
  }
}

function negative(quantity: string): string {
  return quantity.startsWith('-') ? quantity.slice(1) : `-${quantity}`
}

/**
 * Whether a mutation is what the invoice says, to the cent: VAT per rate over the sum of the lines, the total, and
 * what stands where in the return. In whole numbers and by plain school arithmetic, so that it shares no mistake with
 * the engine.
 */
export function isAsExpected(mutation: FoundMutation, expected: ExpectedAmounts): boolean {
  const wanted = new Map<string, { net: number; vat: number }>()
  const whole = { net: 0, vat: 0 }
  for (const [kind, amount] of expected.entered) {
    const { rate, vatCode } = kind
    const tax = rounded(amount * rate, expected.pricesIncludeVat ? 10_000 + rate : 10_000)
    const net = expected.pricesIncludeVat ? amount - tax : amount
    const sum = wanted.get(vatCode) ?? { net: 0, vat: 0 }
    wanted.set(vatCode, { net: sum.net + net, vat: sum.vat + tax })
    whole.net += net
    whole.vat += tax
  }
  const found = sumOf(mutation.lines)
  if (found.vat !== whole.vat || found.net !== whole.net || found.gross !== whole.net + whole.vat)
    return false
  const codes = new Set([...wanted.keys(), ...mutation.lines.map(({ vatCode }) => vatCode)])
  return [...codes].every((code) => {
    const { net, vat } = wanted.get(code) ?? { net: 0, vat: 0 }
    const under = sumOf(mutation.lines.filter(({ vatCode }) => vatCode === code))
    // Only where a price includes VAT a cent of the net stands elsewhere.
    const isExact = !expected.pricesIncludeVat || untaxed.has(code)
    return under.vat === vat && Math.abs(under.net - net) <= (isExact ? 0 : kinds.length)
  })
}

/** Half away from zero. */
function rounded(numerator: number, denominator: number): number {
  const magnitude = Math.floor((Math.abs(numerator) * 2 + denominator) / (2 * denominator))
  return numerator < 0 ? -magnitude : magnitude
}

function sumOf(lines: FoundMutation['lines']) {
  const sum = { net: 0, vat: 0, gross: 0 }
  for (const { gross, net, vat } of lines) {
    sum.net += Number(net ?? 0n)
    sum.vat += Number(vat ?? 0n)
    sum.gross += Number(gross ?? 0n)
  }
  return sum
}
