import {
  type Cents,
  sumOf,
  type VatCategory,
  type VatRate,
  type VatTreatment,
  vatTreatments,
} from '@stella/invoicing'
import { vatScheme } from './party.ts'
import { amount, type Writing } from './writing.ts'
import { type Element, group, leaf } from './xml.ts'

type Rated = { readonly treatment: VatTreatment; readonly rate: VatRate }

/** EN 16931 groups by category and rate; two of our treatments can share both, each rounded by itself. */
type Subtotal = Rated & { readonly category: VatCategory; readonly base: Cents; readonly vat: Cents }

/** The VAT in all and by rate, over the amounts of which the VAT is exactly the rate (BR-CO-17). */
export function taxTotalElement(writing: Writing): Element | null {
  return group('cac:TaxTotal', [
    amount(writing, 'cbc:TaxAmount', writing.amounts.vat),
    ...subtotalsOf(writing).map((subtotal) =>
      group('cac:TaxSubtotal', [
        amount(writing, 'cbc:TaxableAmount', subtotal.base),
        amount(writing, 'cbc:TaxAmount', subtotal.vat),
        taxCategory('cac:TaxCategory', subtotal, reasonsOf(writing, subtotal)),
      ]),
    ),
  ])
}

function subtotalsOf({ amounts }: Writing): Subtotal[] {
  const subtotals = new Map<string, Subtotal>()
  for (const { treatment, rate, base, vat } of amounts.taxed) {
    const { category } = vatTreatments[treatment]
    const key = `${category} ${rate}`
    const other = subtotals.get(key)
    subtotals.set(key, {
      category,
      rate,
      treatment: other?.treatment ?? treatment,
      base: sumOf([base, ...(other ? [other.base] : [])]),
      vat: sumOf([vat, ...(other ? [other.vat] : [])]),
    })
  }
  return [...subtotals.values()]
}

/** Why no VAT is charged. The Dutch rules want it in words, without the code (BR-NL-35). */
function reasonsOf({ profile, words }: Writing, { treatment }: Rated): (Element | null)[] {
  const { exemptionCode } = vatTreatments[treatment]
  return [
    leaf('cbc:TaxExemptionReasonCode', profile === 'nlcius' ? null : exemptionCode),
    leaf('cbc:TaxExemptionReason', words.vat[treatment].statement),
  ]
}

/** The category of a line, an allowance or a subtotal; the reasons belong to the subtotal alone. */
export function taxCategory(
  name: string,
  { treatment, rate }: Rated,
  reasons: readonly (Element | null)[] = [],
): Element | null {
  return group(name, [
    leaf('cbc:ID', vatTreatments[treatment].category),
    leaf('cbc:Percent', rate),
    ...reasons,
    vatScheme(),
  ])
}
