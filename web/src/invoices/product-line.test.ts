import { expect, it } from 'vitest'
import type { Product } from '../products/queries.ts'
import { likelyFirst, lineOfProduct } from './product-line.ts'

const product: Product = {
  id: '5f0c7a52-1c1b-4a0e-9d3e-0d6f3c1a2b4c',
  code: 'R22',
  description: 'Radiator type 22',
  unit: 'piece',
  unitPrice: '248.125',
  priceIncludesVat: false,
  vatTreatment: 'high',
  vatRate: null,
  revenueAccount: null,
  isArchived: false,
  revision: 1,
  createdAt: '2026-11-30T10:00:00Z',
  updatedAt: '2026-11-30T10:00:00Z',
}

it('fills a line with all that a product has, its price as fine as it is', () => {
  expect(lineOfProduct(product, { pricesIncludeVat: false, rate: '21', language: 'nl' })).toEqual({
    productId: product.id,
    description: 'Radiator type 22',
    unit: 'piece',
    unitPrice: '€\u00a0248,125',
    vatTreatment: 'high',
    vatRate: '',
    vatIsChosen: true,
  })
})

it.each([
  ['8.2645', false, true, '21', '€ 10,00'],
  ['10.00', true, false, '21', '€ 8,2645'],
  ['10.00', true, true, '21', '€ 10,00'],
  ['100.00', false, true, '9', '€ 109,00'],
  ['100.00', false, true, '5.5', '€ 105,50'],
  ['-1.0001', false, true, '21', '−€ 1,2101'],
  ['12.34', true, false, undefined, '€ 12,34'],
])(
  '%s (with VAT: %s) is in an invoice with VAT (%s) at %s % what the customer pays: %s',
  (unitPrice, priceIncludesVat, pricesIncludeVat, rate, shown) => {
    const priced = { ...product, unitPrice, priceIncludesVat }
    const line = lineOfProduct(priced, { pricesIncludeVat, rate, language: 'nl' })
    expect(line.unitPrice.replaceAll('\u00a0', ' ')).toBe(shown)
  },
)

it('puts first what is most likely meant', () => {
  const named = (description: string, code: string | null = null) => ({ ...product, description, code })
  const found = [named('Bestek en raad'), named('Afdraaien'), named('Radiator'), named('Kraan', 'RA')]
  expect(likelyFirst(found, 'ra').map(({ description }) => description)).toEqual([
    'Kraan',
    'Radiator',
    'Bestek en raad',
    'Afdraaien',
  ])
})
