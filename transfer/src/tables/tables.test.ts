import { validateCustomer, validateProduct } from '@stella/invoicing'
import { languages } from '@stella/texts'
import { describe, expect, test } from 'vitest'
import { contactsCell, readContactsCell } from './contacts-cell.ts'
import { customerCells, customerInput } from './customer-table.ts'
import { productCells, productInput } from './product-table.ts'
import { wordsIn } from './words.ts'

const full = {
  kind: 'company',
  name: 'Kroon GmbH',
  contactName: 'Frau Kroon',
  address: 'Hauptstraße 1',
  postalCode: '48143',
  city: 'Münster',
  country: 'DE',
  email: 'kroon@example.de',
  phone: '+49 251 12345',
  kvkNumber: 'HRB 86786',
  vatNumber: 'DE136695976',
  postalAddress: { address: 'Postfach 2', postalCode: '48001', city: 'Münster', country: 'DE' },
  contacts: [
    { name: 'Ilse | «de» \\ Boer', email: 'ilse@example.de', phone: null, receivesInvoices: true },
    { name: null, email: 'b@example.de', phone: '06', receivesInvoices: false },
  ],
  peppolId: '9930:DE136695976',
  paymentTermDays: 8,
  language: 'de',
  vatTreatment: 'eu_goods',
  attachUbl: false,
}

describe('a customer', () => {
  test.each([
    ['with everything', full],
    ['with a name alone', { kind: 'person', name: 'Fam. Bos' }],
  ])('%s becomes cells and the same customer again', (_, input) => {
    const read = validateCustomer(input)
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    expect(validateCustomer(customerInput(customerCells(read.value)))).toEqual(read)
  })

  test('whose term is no number is refused at that field', () => {
    expect(validateCustomer(customerInput({ name: 'Bos', paymentTermDays: 'maand' }))).toMatchObject({
      problems: [{ path: 'paymentTermDays', code: 'payment_term_invalid' }],
    })
  })
})

test('a product becomes cells and the same product again', () => {
  const read = validateProduct({
    code: 'UUR-1',
    description: 'Werk,\nen tuin',
    unit: 'hour',
    unitPrice: '62.125',
    priceIncludesVat: true,
    vatTreatment: 'other_rate',
    vatRate: '13.5',
    revenueAccount: '8010',
    isArchived: true,
  })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  expect(validateProduct(productInput(productCells(read.value)))).toEqual(read)
})

describe('people in one cell', () => {
  test('are written so that a person reads them', () => {
    expect(contactsCell([{ name: 'Ilse', email: 'i@k.example', phone: null, receivesInvoices: true }])).toBe(
      'Ilse | i@k.example |  | €',
    )
  })

  test('are read as well where somebody typed a name or an address alone', () => {
    const nobody = { name: null, email: null, phone: null, receivesInvoices: false }
    expect(readContactsCell('Ilse de Boer\r\n\nb@k.example')).toEqual([
      { ...nobody, name: 'Ilse de Boer' },
      { ...nobody, email: 'b@k.example' },
    ])
  })
})

test.each(languages)('every code has a word of its own in %s', (language) => {
  for (const words of Object.values(wordsIn(language))) {
    const spelled = Object.values(words).map((word) => word.toLowerCase())
    expect(new Set(spelled).size).toBe(spelled.length)
  }
})
