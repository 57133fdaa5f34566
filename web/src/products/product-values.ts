import type { Language } from '@stella/texts/screens'
import { formatEuro, formatQuantity } from '../format/amounts.ts'
import { readDecimal } from '../format/decimal.ts'
import type { Product, ProductContent } from './queries.ts'

/** A product as it stands in the form: figures as they were typed. */
export type ProductValues = {
  code: string
  description: string
  unit: string
  unitPrice: string
  priceMode: 'with' | 'without'
  vatTreatment: string
  vatRate: string
  revenueAccount: string
}

export function valuesOf(product: Product | undefined, language: Language): ProductValues {
  return {
    code: product?.code ?? '',
    description: product?.description ?? '',
    unit: product?.unit ?? '',
    unitPrice: product ? formatEuro(product.unitPrice, language) : '',
    priceMode: product?.priceIncludesVat ? 'with' : 'without',
    vatTreatment: product?.vatTreatment ?? 'high',
    vatRate: product?.vatRate ? formatQuantity(product.vatRate, language) : '',
    revenueAccount: product?.revenueAccount ?? '',
  }
}

/** What is no number goes as it was typed, so that the API names its field. */
export function contentOf(
  values: ProductValues,
  product: Product | undefined,
  language: Language,
): ProductContent {
  const { unitPrice, vatRate, priceMode, vatTreatment } = values
  return {
    code: orNull(values.code),
    description: values.description,
    unit: orNull(values.unit) as ProductContent['unit'],
    unitPrice: readDecimal(unitPrice, language) ?? unitPrice,
    priceIncludesVat: priceMode === 'with',
    vatTreatment,
    vatRate: vatTreatment === 'other_rate' ? orNull(readDecimal(vatRate, language) ?? vatRate) : null,
    revenueAccount: orNull(values.revenueAccount),
    isArchived: product?.isArchived ?? false,
  }
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
