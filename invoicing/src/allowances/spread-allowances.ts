import { allocate, roundToTotal } from '../money/allocate.ts'
import { type Cents, cents, sumOf, ZERO } from '../money/cents.ts'
import { rateInHundredths, type VatRate, type VatTreatment } from '../vat/treatments.ts'
import { type AllowanceAmount, amountOf, type DocumentAllowance, fractionOf } from './allowance.ts'

/** What of a discount or charge of the whole invoice falls under one rate. */
export type SpreadPart = AllowanceAmount & { readonly treatment: VatTreatment; readonly rate: VatRate }

/** What the lines of one rate come to, in the manner of the prices. */
export type RateBase = { readonly treatment: VatTreatment; readonly rate: VatRate; readonly base: Cents }

/**
 * Divides a discount or charge of the whole invoice over the rates of its lines, so that the parts add up to it to the
 * cent. A percentage takes its share of every rate; an amount is borne by the rates that add to the sum, in proportion.
 * One that names its rate falls there. Nothing where nothing can bear it.
 */
export function spreadAllowance(
  allowance: DocumentAllowance,
  bases: readonly RateBase[],
): readonly SpreadPart[] {
  if (allowance.vatTreatment !== null) return ownPart(allowance, bases)
  const sum = sumOf(bases.map(({ base }) => base))
  const amounts =
    allowance.percentage === null
      ? amountOver(amountOf(allowance, sum), sum, bases)
      : percentageOver(allowance.percentage, amountOf(allowance, sum), bases)
  return bases.flatMap((base, index) => {
    const amount = amounts[index] ?? ZERO
    return amount === 0n ? [] : [{ ...base, amount }]
  })
}

function ownPart(allowance: DocumentAllowance, bases: readonly RateBase[]): SpreadPart[] {
  const { vatTreatment: treatment, vatRate: rate } = allowance
  if (treatment === null || rate === null) return []
  const own = bases.find(
    (it) => it.treatment === treatment && rateInHundredths(it.rate) === rateInHundredths(rate),
  )
  const base = own?.base ?? ZERO
  // An amount follows the sign of the whole, as a rate of its own may have no lines.
  const whole = allowance.percentage === null ? sumOf(bases.map((it) => it.base)) : base
  const amount = amountOf(allowance, whole)
  return amount === 0n ? [] : [{ treatment, rate, base, amount }]
}

function percentageOver(percentage: string, total: Cents, bases: readonly RateBase[]): Cents[] {
  const { numerator, denominator } = fractionOf(percentage)
  return roundToTotal(
    bases.map(({ base }) => base * numerator),
    denominator,
    total,
  )
}

/** A rate whose lines lie on the other side of zero bears nothing, so that no share outgrows what it is taken off. */
function amountOver(total: Cents, sum: Cents, bases: readonly RateBase[]): Cents[] {
  const [only] = bases
  if (bases.length === 1 && only !== undefined) return [total]
  const weights = bases.map(({ base }) => (base < 0n === sum < 0n ? base : ZERO))
  if (sum === 0n || sumOf(weights) === 0n) return bases.map(() => cents(0n))
  return allocate(total, weights)
}
