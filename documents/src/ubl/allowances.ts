import { type Cents, ZERO } from '@stella/invoicing'
import type { LineAllowance } from '../invoice-document.ts'
import { taxCategory } from './tax.ts'
import { amount, type Writing } from './writing.ts'
import { type Element, group, leaf } from './xml.ts'

/**
 * The allowances and charges of the whole document, one for each rate they fall on. The percentage stands with
 * its base only where prices are without VAT, as only then it gives the amount to the cent.
 */
export function documentAllowances(writing: Writing): (Element | null)[] {
  const { invoice } = writing.document
  return (invoice.allowances ?? []).flatMap((allowance, index) =>
    allowance.parts.map((part, position) =>
      group('cac:AllowanceCharge', [
        leaf('cbc:ChargeIndicator', String(allowance.kind === 'charge')),
        leaf('cbc:AllowanceChargeReason', allowance.reason || writing.words.discount),
        ...amountsOf(writing, {
          net: writing.amounts.allowances[index]?.[position] ?? ZERO,
          base: part.base,
          percentage: allowance.percentage,
        }),
        taxCategory('cac:TaxCategory', part),
      ]),
    ),
  )
}

/** What is taken off one line. */
export function lineAllowance(writing: Writing, allowance: LineAllowance, net: Cents): Element | null {
  const { base, percentage } = allowance
  return group('cac:AllowanceCharge', [
    leaf('cbc:ChargeIndicator', 'false'),
    leaf('cbc:AllowanceChargeReason', allowance.reason || writing.words.discount),
    ...amountsOf(writing, { net, base, percentage }),
  ])
}

type Reckoned = { readonly net: Cents; readonly base: Cents; readonly percentage: string | null }

function amountsOf(writing: Writing, { net, base, percentage }: Reckoned): (Element | null)[] {
  const isExplained = percentage !== null && !writing.document.invoice.pricesIncludeVat
  return [
    leaf('cbc:MultiplierFactorNumeric', isExplained ? percentage : null),
    amount(writing, 'cbc:Amount', net),
    isExplained ? amount(writing, 'cbc:BaseAmount', base) : null,
  ]
}
