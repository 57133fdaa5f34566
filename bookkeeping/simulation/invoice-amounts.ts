import type { FoundMutation } from '../src/ports/books.ts'
import type { Random } from './random.ts'

export type DrawnInvoice = {
  readonly pricesIncludeVat: boolean
  readonly lines: readonly {
    readonly description: string
    readonly quantity: string
    readonly unitPrice: string
    readonly vatTreatment: 'high' | 'low' | 'zero'
  }[]
}

/** Cents per rate, in the manner of the invoice: with VAT in them or without. */
export type ExpectedAmounts = {
  readonly pricesIncludeVat: boolean
  readonly entered: Readonly<Record<'high' | 'low' | 'zero', number>>
}

export const drawnRates = { high: 21, low: 9, zero: 0 } as const
const vatCodes = { high: 'HOOG_VERK_21', low: 'LAAG_VERK_9' } as const

/** One invoice in so many is as long as that of a year's subscription: longer than any page, list or batch. */
const LONG = 0.02

/** An invoice, or a credit note, of a few lines at up to three rates, or of hundreds; and what it must come to. */
export function drawInvoice(random: Random): { invoice: DrawnInvoice; expected: ExpectedAmounts } {
  const sign = random.happens(0.2) ? -1 : 1
  const entered = { high: 0, low: 0, zero: 0 }
  const lines: DrawnInvoice['lines'][number][] = []
  const most = random.happens(LONG) ? random.between(101, 400) : random.between(1, 3)
  for (let count = most; count > 0; count -= 1) {
    const treatment = (['high', 'high', 'low', 'zero'] as const)[random.between(0, 3)] ?? 'high'
    // Quarters and whole cents: a line is exact in quarters of a cent, and rounding it is one division.
    const quarters = random.between(1, 20)
    const price = random.between(2, 9_999)
    entered[treatment] += sign * Math.floor((quarters * price * 2 + 4) / 8)
    lines.push({
      description: 'Werk',
      quantity: String((sign * quarters) / 4),
      unitPrice: (price / 100).toFixed(2),
      vatTreatment: treatment,
    })
  }
  const pricesIncludeVat = random.happens(0.3)
  return { invoice: { pricesIncludeVat, lines }, expected: { pricesIncludeVat, entered } }
}

/**
 * Whether a mutation is what the invoice says, to the cent: VAT per rate over the sum of the lines and the total.
 * In whole numbers and by plain school arithmetic, so that it shares no mistake with the engine.
 */
export function isAsExpected(mutation: FoundMutation, expected: ExpectedAmounts): boolean {
  let net = 0
  let vat = 0
  for (const treatment of ['high', 'low', 'zero'] as const) {
    const amount = expected.entered[treatment]
    const rate = drawnRates[treatment]
    const tax = expected.pricesIncludeVat ? rounded(amount * rate, 100 + rate) : rounded(amount * rate, 100)
    net += expected.pricesIncludeVat ? amount - tax : amount
    vat += tax
    if (treatment !== 'zero' && sumOf(mutation, vatCodes[treatment]) !== tax) return false
  }
  const gross = mutation.lines.reduce((sum, line) => sum + Number(line.gross ?? 0n), 0)
  const netSum = mutation.lines.reduce((sum, line) => sum + Number(line.net ?? 0n), 0)
  return gross === net + vat && netSum === net
}

/** Half away from zero. */
function rounded(numerator: number, denominator: number): number {
  const magnitude = Math.floor((Math.abs(numerator) * 2 + denominator) / (2 * denominator))
  return numerator < 0 ? -magnitude : magnitude
}

function sumOf(mutation: FoundMutation, vatCode: string): number {
  return mutation.lines
    .filter((line) => line.vatCode === vatCode)
    .reduce((sum, line) => sum + Number(line.vat ?? 0n), 0)
}
