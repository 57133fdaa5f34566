import type { Allowance, DocumentAllowance, VatTreatment } from '@stella/invoicing'
import type { FoundMutation } from '../src/ports/books.ts'
import { drawOfLine, drawOfWhole, type Entered, rounded } from './invoice-allowances.ts'
import type { Random } from './random.ts'
import { drawKind, type Kind, kinds, untaxed } from './vat-kinds.ts'

/** What one line comes to, in cents in the manner of the invoice, with what decides on its account. */
export type ExpectedLine = { readonly kind: Kind; readonly product: string | null; readonly amount: number }

export type DrawnInvoice = {
  readonly pricesIncludeVat: boolean
  readonly lines: readonly {
    readonly productId?: string
    readonly description: string
    readonly quantity: string
    readonly unitPrice: string
    readonly vatTreatment: VatTreatment
    readonly vatRate: string
    readonly allowances: readonly Allowance[]
  }[]
  readonly allowances: readonly DocumentAllowance[]
}

/** Cents per kind, in the manner of the invoice: with VAT in them or without. */
export type ExpectedAmounts = {
  readonly pricesIncludeVat: boolean
  readonly entered: Readonly<Entered>
  readonly lines: readonly ExpectedLine[]
}

/** One invoice in so many is as long as that of a year's subscription: longer than any page, list or batch. */
const LONG = 0.02

/** An invoice, or one of less than nothing, of a few lines or of hundreds; and what it must come to. */
export function drawInvoice(
  random: Random,
  { discounts, ways }: { readonly discounts: Random; readonly ways: Random },
  drawProduct: () => string | null,
): { invoice: DrawnInvoice; expected: ExpectedAmounts } {
  const sign = random.happens(0.2) ? -1 : 1
  const ofLines: Entered = new Map()
  const lines: DrawnInvoice['lines'][number][] = []
  const expectedLines: ExpectedLine[] = []
  const most = random.happens(LONG) ? random.between(101, 400) : random.between(1, 3)
  for (let count = most; count > 0; count -= 1) {
    const kind = drawKind(random, ways)
    // Quarters and whole cents: a line is exact in quarters of a cent, and rounding it is one division.
    const quarters = random.between(1, 20)
    const price = random.between(2, 9_999)
    const base = sign * Math.floor((quarters * price * 2 + 4) / 8)
    const { allowances, amount } = drawOfLine(discounts, base)
    ofLines.set(kind, (ofLines.get(kind) ?? 0) + amount)
    const product = drawProduct()
    expectedLines.push({ kind, product, amount })
    lines.push({
      ...(product === null ? {} : { productId: product }),
      description: 'Werk',
      quantity: String((sign * quarters) / 4),
      unitPrice: (price / 100).toFixed(2),
      vatTreatment: kind.treatment,
      vatRate: String(kind.rate / 100),
      allowances,
    })
  }
  const { allowances, entered } = drawOfWhole(discounts, ofLines)
  const pricesIncludeVat = random.happens(0.3)
  return {
    invoice: { pricesIncludeVat, lines, allowances },
    expected: { pricesIncludeVat, entered, lines: expectedLines },
  }
}

/** What takes all of an invoice back: an amount that is taken off follows the sign of the lines. */
export function takenBack(
  { lines, ...invoice }: DrawnInvoice,
  { entered, ...expected }: ExpectedAmounts,
): { invoice: DrawnInvoice; expected: ExpectedAmounts } {
  return {
    invoice: { ...invoice, lines: lines.map((line) => ({ ...line, quantity: negative(line.quantity) })) },
    expected: {
      ...expected,
      entered: new Map([...entered].map(([kind, amount]) => [kind, -amount])),
      lines: expected.lines.map((line) => ({ ...line, amount: -line.amount })),
    },
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

function sumOf(lines: FoundMutation['lines']) {
  const sum = { net: 0, vat: 0, gross: 0 }
  for (const { gross, net, vat } of lines) {
    sum.net += Number(net ?? 0n)
    sum.vat += Number(vat ?? 0n)
    sum.gross += Number(gross ?? 0n)
  }
  return sum
}
