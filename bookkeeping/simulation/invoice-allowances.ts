import type { Allowance, DocumentAllowance } from '@stella/invoicing'
import type { Random } from './random.ts'
import { type Kind, kinds } from './vat-kinds.ts'

/** Cents by what they are taxed as, in the manner of the invoice: with VAT in them or without. */
export type Entered = Map<Kind, number>

/** So many lines, and so many invoices, have a discount or a charge or two. */
const OF_LINES = 0.08
const OF_INVOICES = 0.15
/** What comes to less has none, so that nothing comes to nothing; in cents. */
const LEAST = 1_000
/** In hundredths of a per cent: two of them leave something. */
const HIGHEST = 3_000
/** An amount is this part of what it is taken off at most. */
const LARGEST_PART = 8

/** What is taken off and put on one line of so many cents, and what it then comes to. */
export function drawOfLine(random: Random, base: number): { allowances: Allowance[]; amount: number } {
  const count = random.happens(OF_LINES) && Math.abs(base) >= LEAST ? random.between(1, 2) : 0
  const allowances = Array.from({ length: count }, () => draw(random, base))
  const changes = allowances.map((it) => signOf(it) * amountOf(it, base))
  return { allowances, amount: changes.reduce((sum, it) => sum + it, base) }
}

/** What is taken off and put on the whole of an invoice, and what is then taxed as what. */
export function drawOfWhole(
  random: Random,
  lines: Entered,
): { allowances: DocumentAllowance[]; entered: Entered } {
  const sum = [...lines.values()].reduce((before, amount) => before + amount, 0)
  const count = random.happens(OF_INVOICES) && Math.abs(sum) >= LEAST ? random.between(1, 2) : 0
  const entered = new Map(lines)
  const allowances = Array.from({ length: count }, () => {
    const own = random.happens(0.3) ? drawOwnKind(random, lines) : null
    const allowance = own === null ? draw(random, sum) : drawOfKind(random, own, lines, sum)
    for (const [kind, share] of own === null ? spread(allowance, lines, sum) : partOf(own, allowance, lines))
      entered.set(kind, (entered.get(kind) ?? 0) + signOf(allowance) * share)
    const vatRate = own === null ? null : String(own.rate / 100)
    return { ...allowance, vatTreatment: own?.treatment ?? null, vatRate }
  })
  return { allowances, entered }
}

function draw(random: Random, base: number): Allowance {
  const kind = random.happens(0.7) ? 'allowance' : 'charge'
  const isPercentage = random.happens(0.5)
  const percentage = (random.between(1, HIGHEST) / 100).toFixed(2)
  const cents = random.between(1, Math.floor(Math.abs(base) / LARGEST_PART))
  return {
    kind,
    reason: null,
    percentage: isPercentage ? percentage : null,
    amount: isPercentage ? null : (cents / 100).toFixed(2),
  }
}

/** A rate of the lines, or any other. */
function drawOwnKind(random: Random, lines: Entered): Kind | null {
  const among = random.happens(0.5) ? [...lines.keys()] : kinds
  return among[random.between(0, among.length - 1)] ?? null
}

/** One that names its rate. What the lines of that rate hardly come to is no base for a discount: delivery is. */
function drawOfKind(random: Random, own: Kind, lines: Entered, sum: number): Allowance {
  const base = lines.get(own) ?? 0
  if (Math.abs(base) >= LEAST) return draw(random, base)
  return { ...draw(random, sum), kind: 'charge', percentage: null, amount: '6.95' }
}

function partOf(own: Kind, allowance: Allowance, lines: Entered): readonly (readonly [Kind, number])[] {
  // All lines of an invoice here have one sign, and an amount takes that of the whole.
  const some = [...lines.values()][0] ?? 0
  return [[own, amountOf(allowance, lines.get(own) ?? Math.sign(some))]]
}

/** Over the rates of the lines in proportion; what rounding leaves goes to the largest remainders. */
function spread(allowance: Allowance, lines: Entered, sum: number): readonly (readonly [Kind, number])[] {
  const whole = amountOf(allowance, sum)
  const { percentage } = allowance
  const [factor, divisor] =
    percentage === null ? [Math.abs(whole), Math.abs(sum)] : [Math.round(Number(percentage) * 100), 10_000]
  const shares = kinds
    .filter((kind) => lines.has(kind))
    .map((kind) => {
      const exact = Math.abs(lines.get(kind) ?? 0) * factor
      return { kind, cents: Math.floor(exact / divisor), left: exact % divisor }
    })
  const missing = Math.abs(whole) - shares.reduce((before, { cents }) => before + cents, 0)
  const first = shares.toSorted((one, other) => other.left - one.left).slice(0, missing)
  return shares.map((it) => [it.kind, Math.sign(sum) * (it.cents + (first.includes(it) ? 1 : 0))])
}

function signOf({ kind }: Allowance): number {
  return kind === 'charge' ? 1 : -1
}

function amountOf({ amount, percentage }: Allowance, base: number): number {
  if (percentage !== null) return rounded(base * Math.round(Number(percentage) * 100), 10_000)
  return Math.sign(base) * Math.round(Number(amount) * 100)
}

/** Half away from zero. */
export function rounded(numerator: number, denominator: number): number {
  const magnitude = Math.floor((Math.abs(numerator) * 2 + denominator) / (2 * denominator))
  return numerator < 0 ? -magnitude : magnitude
}
