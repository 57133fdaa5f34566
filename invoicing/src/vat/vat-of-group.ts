import { roundToTotal } from '../money/allocate.ts'
import { type Cents, cents, ZERO } from '../money/cents.ts'
import { divideHalfUp } from '../money/divide-half-up.ts'
import { rateInHundredths, type VatRate } from './treatments.ts'

/** Hundredths of a per cent in the whole. */
const WHOLE = 10_000n

/** What the lines of one rate come to. Always: net + vat = gross. */
export type VatAmounts = {
  readonly net: Cents
  readonly vat: Cents
  readonly gross: Cents
}

/** VAT over a net amount: the rate over the sum of the lines, rounded once (EN 16931, BR-CO-17). */
export function vatOverNet(net: Cents, rate: VatRate): Cents {
  return cents(divideHalfUp(net * rateInHundredths(rate), WHOLE))
}

export function amountsFromNet(net: Cents, rate: VatRate): VatAmounts {
  const vat = vatOverNet(net, rate)
  return { net, vat, gross: cents(net + vat) }
}

/**
 * Splits a price that includes VAT. The VAT is the part of the price that the law reckons with,
 * gross × rate / (100 + rate); the price itself is kept to the cent, and the net amount is the rest.
 */
export function amountsFromGross(gross: Cents, rate: VatRate): VatAmounts {
  const hundredths = rateInHundredths(rate)
  const vat = cents(divideHalfUp(gross * hundredths, WHOLE + hundredths))
  return { net: cents(gross - vat), vat, gross }
}

/**
 * The net amount over which the rate is exactly the VAT of the group, rounded. It is the net amount itself,
 * but for prices that include VAT: about one in six at 21 % is reached by no net amount (€ 8.26 makes € 9.99
 * and € 8.27 makes € 10.01, so € 10.00 is 8.26 + 1.74). Then it lies one cent beside it.
 *
 * Where a reader checks the sum to the cent, as EN 16931 (BR-CO-17) and the strict reading of e-Boekhouden.nl
 * (CMUT010.1) do, this is the amount to state, with the difference as rounding that belongs to no rate
 * (BT-114): 8.27 + 1.74 − 0.01 = 10.00.
 *
 * Credit notes for a part that say no taxable amount of their own had one as far beside as one cent of VAT is of net,
 * five cents at 21 %.
 *
 * @throws RangeError for amounts of which no net amount near them has the VAT.
 */
export function exactVatBase(amounts: VatAmounts, rate: VatRate): Cents {
  const { net, vat } = amounts
  const reach = rateInHundredths(rate) === 0n ? 0n : WHOLE / rateInHundredths(rate) + 2n
  for (let away = 0n; away <= reach; away += 1n) {
    const base = [net + away, net - away].find((it) => vatOverNet(cents(it), rate) === vat)
    if (base !== undefined) return cents(base)
  }
  throw new RangeError(`No net amount has ${vat} cents of VAT at ${rate} %.`)
}

/**
 * The net amount that paper, e-invoice and books state for a rate: the one of which the rate is exactly the VAT, unless
 * the group brings its own. A part of an invoice that is credited does: there the net amount is what the lines come to,
 * and the VAT what makes all parts together what was invoiced, which can be a cent beside the rate over that net amount.
 */
export function taxableOf(group: VatAmounts & { readonly rate: VatRate; readonly taxable?: Cents }): Cents {
  return group.taxable ?? exactVatBase(group, group.rate)
}

/**
 * The net part of each amount that includes VAT, adding up to the net amount of the group exactly. What rounding cannot
 * reach, the first part bears.
 */
export function netParts(grossParts: readonly Cents[], rate: VatRate, net: Cents): Cents[] {
  const numerators = grossParts.map((part) => part * WHOLE)
  const denominator = WHOLE + rateInHundredths(rate)
  const reached = within(net, numerators, denominator)
  const [first = ZERO, ...others] = roundToTotal(numerators, denominator, reached)
  return grossParts.length === 0 ? [] : [cents(first + net - reached), ...others]
}

/** The amount nearest to this one that the shares can be rounded to. */
function within(amount: Cents, numerators: readonly bigint[], denominator: bigint): Cents {
  const floors = numerators.map(
    (it) => (it - (((it % denominator) + denominator) % denominator)) / denominator,
  )
  const least = floors.reduce((sum, it) => sum + it, 0n)
  const most = least + BigInt(numerators.filter((it) => it % denominator !== 0n).length)
  return cents(amount < least ? least : amount > most ? most : amount)
}

/**
 * Shares the VAT of one rate over the net amounts it was reckoned on (ledger accounts, for instance), adding up to that
 * VAT exactly and each within one cent of its own. What a part that is credited has beside its rate, the largest bears.
 */
export function shareVat(nets: readonly Cents[], rate: VatRate, vat: Cents): Cents[] {
  const hundredths = rateInHundredths(rate)
  const numerators = nets.map((net) => net * hundredths)
  const reached = within(vat, numerators, WHOLE)
  const sizes = nets.map((net) => (net < 0n ? -net : net))
  const largest = sizes.reduce((best, size, at) => (size > (sizes[best] ?? ZERO) ? at : best), 0)
  return roundToTotal(numerators, WHOLE, reached).map((share, at) =>
    at === largest ? cents(share + vat - reached) : share,
  )
}
