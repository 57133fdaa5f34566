import { roundToTotal } from '../money/allocate.ts'
import { type Cents, cents } from '../money/cents.ts'
import { divideHalfUp } from '../money/divide-half-up.ts'
import { rateInHundredths, type VatRate } from './treatments.ts'

/** Hundredths of a per cent in the whole. */
const WHOLE = 10_000n

/**
 * What the lines of one rate come to. Always: net + vat + rounding = gross, and vat is exactly the rate over
 * the net, rounded. `rounding` is zero unless prices include VAT, and then one cent at most.
 */
export type VatAmounts = {
  readonly net: Cents
  readonly vat: Cents
  readonly rounding: Cents
  readonly gross: Cents
}

/** VAT over a net amount: the rate over the sum of the lines, rounded once (EN 16931, BR-CO-17). */
export function vatOverNet(net: Cents, rate: VatRate): Cents {
  return cents(divideHalfUp(net * rateInHundredths(rate), WHOLE))
}

export function amountsFromNet(net: Cents, rate: VatRate): VatAmounts {
  const vat = vatOverNet(net, rate)
  return { net, vat, rounding: cents(0n), gross: cents(net + vat) }
}

/**
 * Splits a price that includes VAT. The VAT is the part of the price that the law reckons with
 * (gross × rate / (100 + rate)), and the price itself is kept to the cent.
 *
 * About one price in six at 21 % is reached by no net amount: € 8.26 makes € 9.99 and € 8.27 makes € 10.01.
 * Then the net amount is taken whose VAT is right, and the last cent stands apart as `rounding`
 * (EN 16931, BT-114): 8.27 + 1.74 − 0.01 = 10.00. So the e-invoice stays valid to the letter and the
 * customer still pays € 10.00.
 */
export function amountsFromGross(gross: Cents, rate: VatRate): VatAmounts {
  const hundredths = rateInHundredths(rate)
  const vat = cents(divideHalfUp(gross * hundredths, WHOLE + hundredths))
  const nearest = gross - vat
  const net = [nearest, nearest + 1n, nearest - 1n].map(cents).find((it) => vatOverNet(it, rate) === vat)
  if (net === undefined) throw new RangeError(`No net amount has ${vat} cents of VAT at ${rate} %.`)
  return { net, vat, rounding: cents(gross - net - vat), gross }
}

/** The net part of each amount that includes VAT, adding up to the net amount of the group exactly. */
export function netParts(grossParts: readonly Cents[], rate: VatRate, net: Cents): Cents[] {
  const numerators = grossParts.map((part) => part * WHOLE)
  return roundToTotal(numerators, WHOLE + rateInHundredths(rate), net)
}

/**
 * Shares the VAT of one rate over the net amounts it was reckoned on (ledger accounts, for instance), adding
 * up to that VAT exactly and each within one cent of its own. `vat` must be the VAT over their sum.
 */
export function shareVat(nets: readonly Cents[], rate: VatRate, vat: Cents): Cents[] {
  const hundredths = rateInHundredths(rate)
  return roundToTotal(
    nets.map((net) => net * hundredths),
    WHOLE,
    vat,
  )
}
