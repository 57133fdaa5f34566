import { describe, expect, test } from 'vitest'
import type { ProductInput } from './product.ts'
import { validateProduct } from './validate-product.ts'

const product: ProductInput = {
  code: ' R22-60 ',
  description: 'Radiator type 22',
  unit: 'piece',
  unitPrice: '248.125',
  vatTreatment: 'high',
  revenueAccount: '8010',
}

const codesOf = (input: ProductInput) => {
  const checked = validateProduct(input)
  return checked.ok ? [] : checked.problems.map(({ path, code }) => [path, code])
}

describe('a product', () => {
  test('is given in its clean form, its price as fine as it was typed', () => {
    const checked = validateProduct(product)
    expect(checked).toEqual({
      ok: true,
      value: {
        code: 'R22-60',
        description: 'Radiator type 22',
        unit: 'piece',
        unitPrice: '248.125',
        priceIncludesVat: false,
        vatTreatment: 'high',
        vatRate: null,
        revenueAccount: '8010',
        isArchived: false,
      },
    })
  })

  test.each<[string, ProductInput, string]>([
    ['description', { description: ' ' }, 'required'],
    ['unitPrice', { unitPrice: '1.00005' }, 'unit_price_invalid'],
    ['unitPrice', { unitPrice: '1e309' }, 'unit_price_invalid'],
    ['unitPrice', { unitPrice: '' }, 'required'],
    ['unit', { unit: 'bucket' }, 'choice_unknown'],
    ['vatTreatment', { vatTreatment: '21%' }, 'vat_treatment_unknown'],
    ['vatRate', { vatTreatment: 'other_rate' }, 'required'],
    ['vatRate', { vatTreatment: 'other_rate', vatRate: '0' }, 'vat_rate_invalid'],
    ['revenueAccount', { revenueAccount: '80 10' }, 'ledger_account_invalid'],
    ['revenueAccount', { revenueAccount: '80101234567' }, 'ledger_account_invalid'],
    ['code', { code: 'x'.repeat(51) }, 'too_long'],
  ])('is refused for its %s: %j', (path, change, code) => {
    expect(codesOf({ ...product, ...change })).toEqual([[path, code]])
  })

  test('states a rate of its own only where its treatment leaves it open', () => {
    const other = validateProduct({ ...product, vatTreatment: 'other_rate', vatRate: '5.50' })
    expect(other.ok && other.value.vatRate).toBe('5.5')
    const high = validateProduct({ ...product, vatRate: '19' })
    expect(high.ok && high.value.vatRate).toBeNull()
  })
})
