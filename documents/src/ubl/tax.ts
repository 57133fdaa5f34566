import {
  type Cents,
  exactVatBase,
  formatAmount,
  type InvoiceTotals,
  sumOf,
  type VatCategory,
  type VatRate,
  type VatTreatment,
  vatTreatments,
} from '@stella/invoicing'
import { vatWordings } from '../dutch/vat-wording.ts'
import { vatScheme } from './party.ts'
import { type Element, group, leaf } from './xml.ts'

/** An amount of euros as UBL writes it. */
export function amount(name: string, cents: Cents): Element | null {
  return leaf(name, formatAmount(cents), { currencyID: 'EUR' })
}

/** EN 16931 groups by category and rate; two of our treatments can share both. */
export type Subtotal = {
  readonly category: VatCategory
  readonly rate: VatRate
  readonly treatment: VatTreatment
  readonly base: Cents
  readonly vat: Cents
}

/**
 * The VAT subtotals, over the amounts of which the VAT is exactly the rate (BR-CO-17). With prices that include
 * VAT the bases can add up to some cents more or less than the net total; that is the rounding of the invoice.
 */
export function subtotalsOf(totals: InvoiceTotals): Subtotal[] {
  const subtotals = new Map<string, Subtotal>()
  for (const { treatment, rate, ...amounts } of totals.vatGroups) {
    const { category } = vatTreatments[treatment]
    const key = `${category} ${rate}`
    const other = subtotals.get(key)
    subtotals.set(key, {
      category,
      rate,
      treatment,
      base: sumOf([exactVatBase(amounts, rate), ...(other ? [other.base] : [])]),
      vat: sumOf([amounts.vat, ...(other ? [other.vat] : [])]),
    })
  }
  return [...subtotals.values()]
}

export function taxTotalElement(subtotals: readonly Subtotal[]): Element | null {
  return group('cac:TaxTotal', [
    amount('cbc:TaxAmount', sumOf(subtotals.map((subtotal) => subtotal.vat))),
    ...subtotals.map((subtotal) =>
      group('cac:TaxSubtotal', [
        amount('cbc:TaxableAmount', subtotal.base),
        amount('cbc:TaxAmount', subtotal.vat),
        taxCategory('cac:TaxCategory', subtotal, true),
      ]),
    ),
  ])
}

/** The category of a line or a subtotal; the reason for charging no VAT belongs to the subtotal alone. */
export function taxCategory(
  name: string,
  { treatment, rate }: { readonly treatment: VatTreatment; readonly rate: VatRate },
  withReason: boolean,
): Element | null {
  const { category, exemptionCode } = vatTreatments[treatment]
  return group(name, [
    leaf('cbc:ID', category),
    leaf('cbc:Percent', rate),
    withReason ? leaf('cbc:TaxExemptionReasonCode', exemptionCode) : null,
    withReason ? leaf('cbc:TaxExemptionReason', vatWordings[treatment].statement) : null,
    vatScheme(),
  ])
}
