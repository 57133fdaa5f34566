import {
  type Product,
  type ProductContent,
  parseUnitPrice,
  readVatRate,
  units,
  vatTreatmentCodes,
} from '@stella/invoicing'
import type { Selectable } from 'kysely'
import { searchable } from '../lists/search.ts'
import type { Products } from '../schema/schema.generated.ts'

export type StoredProduct = Product & { readonly createdAt: Date; readonly updatedAt: Date }

/** What is unknown is refused, never taken for another. */
export function productOf(row: Selectable<Products>): StoredProduct {
  const unit = units.find((known) => known === row.unit)
  const vatTreatment = vatTreatmentCodes.find((known) => known === row.vat_treatment)
  if (vatTreatment === undefined || (row.unit !== null && unit === undefined))
    throw new RangeError(`Product ${row.id} has a VAT treatment or a unit that is not known.`)
  return {
    id: row.id,
    code: row.code,
    description: row.description,
    unit: unit ?? null,
    unitPrice: parseUnitPrice(row.unit_price),
    priceIncludesVat: row.price_includes_vat,
    vatTreatment,
    vatRate: row.vat_rate === null ? null : readVatRate(row.vat_rate),
    revenueAccount: row.revenue_account,
    isArchived: row.is_archived,
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

export function productValues(content: ProductContent) {
  return {
    code: content.code,
    description: content.description,
    unit: content.unit,
    unit_price: content.unitPrice,
    price_includes_vat: content.priceIncludesVat,
    vat_treatment: content.vatTreatment,
    vat_rate: content.vatRate,
    revenue_account: content.revenueAccount,
    is_archived: content.isArchived,
    search_text: searchable(content.code, content.description),
    sort_name: searchable(content.description),
  }
}
