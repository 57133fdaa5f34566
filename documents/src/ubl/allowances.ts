import { type Allowance, type AllowanceAmount, type Cents, percentageOf, ZERO } from '@stella/invoicing'
import type { NetAllowance } from '../amounts/document-amounts.ts'
import { taxCategory } from './tax.ts'
import { amount, type Writing } from './writing.ts'
import { type Element, group, leaf } from './xml.ts'

/** The discounts and charges on the whole document, one for each rate they fall under. */
export function documentAllowances(writing: Writing): (Element | null)[] {
  return writing.amounts.allowances.map((allowance) =>
    group('cac:AllowanceCharge', [
      ...headOf(writing, allowance),
      ...amountsOf(writing, allowance),
      taxCategory('cac:TaxCategory', allowance),
    ]),
  )
}

/** The discounts and charges on one line, but for those that come to nothing. */
export function lineAllowances(
  writing: Writing,
  allowances: readonly Allowance[],
  { of, nets }: { of: readonly AllowanceAmount[]; nets: readonly Cents[] },
): (Element | null)[] {
  return allowances.map((allowance, index) => {
    const net = nets[index] ?? ZERO
    if (net === 0n) return null
    const { base = ZERO } = of[index] ?? {}
    return group('cac:AllowanceCharge', [
      ...headOf(writing, allowance),
      ...amountsOf(writing, { net, base, percentage: allowance.percentage }),
    ])
  })
}

type Named = Pick<NetAllowance, 'kind' | 'reason'>

function headOf({ words }: Writing, { kind, reason }: Named): (Element | null)[] {
  const word = kind === 'charge' ? words.charge : words.discount
  return [
    leaf('cbc:ChargeIndicator', String(kind === 'charge')),
    leaf('cbc:AllowanceChargeReason', reason || word),
  ]
}

type Reckoned = Pick<NetAllowance, 'net' | 'base' | 'percentage'>

/** The percentage stands with its base only where it gives the amount to the cent, or the next one where it was divided. */
function amountsOf(writing: Writing, { net, base, percentage }: Reckoned): (Element | null)[] {
  const isExplained =
    percentage !== null &&
    !writing.document.invoice.pricesIncludeVat &&
    isWithinCent(percentageOf(base, percentage) - net)
  return [
    leaf('cbc:MultiplierFactorNumeric', isExplained ? percentage : null),
    amount(writing, 'cbc:Amount', net),
    isExplained ? amount(writing, 'cbc:BaseAmount', base) : null,
  ]
}

function isWithinCent(difference: bigint): boolean {
  return difference >= -1n && difference <= 1n
}
