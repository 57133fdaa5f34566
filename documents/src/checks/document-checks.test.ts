import { expect, test } from 'vitest'
import { exampleCustomer, finalDocument } from '../testing/example-documents.ts'
import { missingForEInvoice, unprintableFields } from './document-checks.ts'

const { organization, customer, invoice } = finalDocument({ description: 'Łódź, 東京, 👩‍🔧' })

test('every field that cannot be set whole is named, with the characters', () => {
  expect(unprintableFields({ organization, customer, invoice })).toEqual([])
  const lines = invoice.lines.map((line, index) => (index === 1 ? { ...line, description: 'a ᚠ b ᚠ' } : line))
  const runic = { ...exampleCustomer(), city: '\u{10ff00}' }
  expect(unprintableFields({ organization, customer: runic, invoice: { ...invoice, lines } })).toEqual([
    { path: 'lines.1.description', characters: ['ᚠ'] },
    { path: 'customer.city', characters: ['\u{10ff00}'] },
  ])
})

test('what keeps the e-invoice from what its receiver asks for is named by field', () => {
  expect(missingForEInvoice({ organization, customer, invoice })).toEqual([])
  const bare = { ...organization, vatNumber: null, iban: null }
  const unnumbered = exampleCustomer({ kvkNumber: null })
  expect(missingForEInvoice({ organization: bare, customer: unnumbered, invoice })).toEqual([
    'organization.vatNumber',
    'organization.iban',
    'customer.kvkNumber',
  ])
})
