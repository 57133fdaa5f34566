import {
  parseAmount,
  rateInHundredths,
  signed,
  splitExactly,
  sumOf,
  taxableOf,
  type VatGroup,
  vatTreatments,
} from '@stella/invoicing'
import { type Final, planOf, ublOf } from './documents.ts'
import { holdEqual, IdentityBroken } from './identity-broken.ts'
import { readAmounts } from './read-amounts.ts'

/** Holds one document to what must be true of it: in itself, in its booking, and in its e-invoice. */
export function checkFinal(final: Final): void {
  checkTotals(final)
  checkPlan(final)
  checkUbl(final)
}

/** The total is the sum, in each rate and over lines and discounts. */
function checkTotals({ allowances, lines, totals }: Final): void {
  const { gross, net, vat, vatGroups } = totals
  for (const group of vatGroups) holdEqual('net + VAT of a rate', group.gross, sumOf([group.net, group.vat]))
  holdEqual('net of the rates', net, sumOf(vatGroups.map((group) => group.net)))
  holdEqual('VAT of the rates', vat, sumOf(vatGroups.map((group) => group.vat)))
  holdEqual('net + VAT', gross, sumOf([net, vat]))
  const onWhole = (totals.allowances ?? []).flatMap((parts, at) =>
    parts.map((part) => signed(allowances[at]?.kind ?? 'allowance', part.net)),
  )
  const ofLines = totals.lines.filter((_, at) => lines[at]?.kind !== 'text').map((line) => line.net)
  holdEqual('net of lines and discounts', net, sumOf([...ofLines, ...onWhole]))
}

/** VAT per rate is what is booked per code, and each line of the booking passes the service's own check. */
function checkPlan(final: Final): void {
  const { totals } = final
  const plan = planOf(final)
  if (!plan.ok) {
    if (plan.cause === 'invoice_without_amount') return
    throw new IdentityBroken('booking', 'a plan', `${plan.cause} ${plan.detail}`)
  }
  const lines = plan.mutation.lines.map((line, at) => ({
    ...line,
    net: parseAmount(line.net),
    vat: parseAmount(line.vat),
    of: plan.treatments[at] ?? [],
  }))
  holdEqual('net in the books', totals.net, sumOf(lines.map((line) => line.net)))
  holdEqual('VAT in the books', totals.vat, sumOf(lines.map((line) => line.vat)))
  for (const group of totals.vatGroups) {
    const own = lines.filter(({ of }) => of.includes(group.treatment))
    const together = totals.vatGroups.filter(({ treatment }) => own.some(({ of }) => of.includes(treatment)))
    holdEqual(
      `net booked for ${group.treatment}`,
      sumOf(together.map(taxableOf)),
      sumOf(own.map((it) => it.net)),
    )
    holdEqual(
      `VAT booked for ${group.treatment}`,
      sumOf(together.map((it) => it.vat)),
      sumOf(own.map((it) => it.vat)),
    )
  }
  for (const { net, vat, vatPercentage } of lines)
    if (splitExactly({ net, vat }, vatPercentage).length !== 1)
      throw new IdentityBroken('VAT over net of a line in the books', vatPercentage, `${vat} over ${net}`)
  if (!final.pricesIncludeVat && lines.some(({ of }) => of.length === 0))
    throw new IdentityBroken('rounding without VAT', 'none', 'one')
}

/** The e-invoice says the same cents, rate by rate, and its sums are exact. */
function checkUbl(final: Final): void {
  const sign = final.credits === null ? 1n : -1n
  const ubl = readAmounts(ublOf(final))
  const { totals } = final
  holdEqual('amount due', sign * totals.gross, ubl.payable)
  holdEqual('VAT of the e-invoice', sign * totals.vat, ubl.vat)
  holdEqual('lines of the e-invoice', ubl.linesNet, sumOfAll(ubl.lines))
  holdEqual('without VAT', ubl.linesNet - ubl.allowances + ubl.charges, ubl.net)
  holdEqual('with VAT', ubl.net + ubl.vat, ubl.gross)
  holdEqual('amount due of the e-invoice', ubl.gross + ubl.rounding, ubl.payable)
  const keyOf = ({ treatment, rate }: { treatment: keyof typeof vatTreatments; rate: string }) =>
    `${vatTreatments[treatment].category} ${rate}`
  const keys = new Set([...totals.vatGroups.map(keyOf), ...ubl.subtotals.keys()])
  for (const key of keys) {
    const own = totals.vatGroups.filter((group) => keyOf(group) === key)
    const said = ubl.subtotals.get(key)
    holdEqual(`taxable ${key}`, sign * sumOf(own.map(taxableOf)), said?.taxable ?? 0n)
    holdEqual(`VAT ${key}`, sign * sumOf(own.map((group) => group.vat)), said?.vat ?? 0n)
    checkRate(key, said ?? { taxable: 0n, vat: 0n }, own, final)
  }
  if (!final.pricesIncludeVat) holdEqual('rounding', 0n, ubl.rounding)
}

/**
 * BR-CO-17: the VAT of a rate is that rate over its base, each treatment rounded by itself. What says its base itself, a
 * part that is credited, may be beside it by as much as is shown in decision 029, and nothing else by anything.
 */
function checkRate(
  key: string,
  { taxable, vat }: { taxable: bigint; vat: bigint },
  own: readonly VatGroup[],
  { pricesIncludeVat }: Final,
): void {
  const hundredths = own[0] === undefined ? 0n : rateInHundredths(own[0].rate)
  const inPart = pricesIncludeVat ? WHOLE + hundredths : WHOLE
  const most = own.reduce((sum, group) => sum + (group.taxable === undefined ? WHOLE / 2n : inPart), 0n)
  const beside = vat * WHOLE - taxable * hundredths
  if (beside > most || -beside > most) throw new IdentityBroken(`VAT at ${key}`, `of ${taxable}`, vat)
}

/** Hundredths of a per cent in the whole; so many ten-thousandths are a cent. */
const WHOLE = 10_000n

function sumOfAll(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n)
}
