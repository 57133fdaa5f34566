import type { Product, ProductContent, validateProduct } from '@stella/invoicing'

type ProductInput = Parameters<typeof validateProduct>[0]

/** The fields of a product as columns of a table, in the order in which a file has them. */
export const productFields = [
  'code',
  'description',
  'unit',
  'unitPrice',
  'priceIncludesVat',
  'vatTreatment',
  'vatRate',
  'revenueAccount',
  'isArchived',
] as const satisfies readonly (keyof Product)[]

export type ProductField = (typeof productFields)[number]

/** What stands in each column: codes and machine notation, an empty text where there is nothing. */
export type ProductCells = Readonly<Record<ProductField, string>>

export function productCells(product: ProductContent): ProductCells {
  return {
    code: product.code ?? '',
    description: product.description,
    unit: product.unit ?? '',
    unitPrice: product.unitPrice,
    priceIncludesVat: String(product.priceIncludesVat),
    vatTreatment: product.vatTreatment,
    vatRate: product.vatRate ?? '',
    revenueAccount: product.revenueAccount ?? '',
    isArchived: String(product.isArchived),
  }
}

/** What a person would have entered of the same product; the domain judges it. */
export function productInput(cells: Partial<ProductCells>): ProductInput {
  return {
    code: cells.code,
    description: cells.description,
    unit: cells.unit,
    unitPrice: cells.unitPrice,
    priceIncludesVat: cells.priceIncludesVat === 'true',
    vatTreatment: cells.vatTreatment,
    vatRate: cells.vatRate,
    revenueAccount: cells.revenueAccount,
    isArchived: cells.isArchived === 'true',
  }
}
