import { expect, test } from 'vitest'
import type { CustomerInput } from './customer.ts'
import { mergeCustomers } from './merge-customers.ts'
import { validateCustomer } from './validate-customer.ts'

const contentOf = (input: CustomerInput) => {
  const checked = validateCustomer({ kind: 'company', name: 'Kroon B.V.', country: 'NL', ...input })
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
  return checked.value
}
const merge = (kept: CustomerInput, gone: CustomerInput) => {
  const merged = mergeCustomers(contentOf(kept), contentOf(gone))
  // Whatever comes together may be saved.
  expect(validateCustomer(merged.content)).toEqual({ ok: true, value: merged.content })
  return merged
}

const full: CustomerInput = {
  contactName: 'Ilse',
  address: 'Kade 14',
  postalCode: '8011 AB',
  city: 'Zwolle',
  email: 'ilse@kroon.example',
  phone: '038 123 45 67',
  kvkNumber: '12345678',
  vatNumber: 'NL004495445B01',
  peppolId: '0106:12345678',
}

test('what the one that stays has, it keeps; what it lacks it takes from the other', () => {
  expect(merge(full, { name: 'Kroon' })).toEqual({ content: contentOf(full), taken: [] })
  expect(merge({}, { ...full, name: 'Kroon' })).toEqual({
    content: contentOf(full),
    taken: ['contactName', 'address', 'email', 'phone', 'kvkNumber', 'vatNumber', 'peppolId'],
  })
})

test('an address is taken whole or not at all, and numbers within one country only', () => {
  expect(merge({ city: 'Kampen' }, full).content).toMatchObject({ address: null, city: 'Kampen' })
  const abroad = merge({ country: 'BE' }, { ...full, vatNumber: null })
  expect(abroad.content).toMatchObject({ address: null, kvkNumber: null })
  expect(abroad.taken).toEqual(['contactName', 'email', 'phone', 'peppolId'])
  expect(merge({ kind: 'person' }, full).content).toMatchObject({ contactName: null, vatNumber: null })
})

test('people of the other are added once, and its own address for mail is not lost', () => {
  const contacts = [
    { name: 'Administratie', email: 'FACTUREN@kroon.example', receivesInvoices: true },
    { name: 'Bo', phone: '06 12345678' },
  ]
  const { content, taken } = merge(
    { email: 'info@kroon.example', contacts: [{ name: 'Adm', email: 'facturen@kroon.example' }] },
    { ...full, contacts },
  )
  expect(content.email).toBe('info@kroon.example')
  expect(content.contacts?.map(({ name, receivesInvoices }) => [name, receivesInvoices])).toEqual([
    ['Adm', false],
    ['Ilse', false],
    ['Bo', false],
  ])
  expect(taken).toContain('contacts')
})

test('of more people than a customer may have, those that are there already stay', () => {
  const people = (prefix: string) =>
    Array.from({ length: 15 }, (_none, index) => ({ name: `${prefix} ${index}` }))
  const { content } = merge({ contacts: people('a') }, { contacts: people('b') })
  expect(content.contacts).toHaveLength(20)
  expect(content.contacts?.slice(0, 15).every(({ name }) => name?.startsWith('a'))).toBe(true)
})
