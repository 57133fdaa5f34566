import { describe, expect, test } from 'vitest'
import { invoiceRecipients } from './contacts.ts'
import type { CustomerInput } from './customer.ts'
import { cleanPeppolId } from './electronic-address.ts'
import { validateCustomer } from './validate-customer.ts'

const company: CustomerInput = { kind: 'company', name: 'Kroon Vastgoed B.V.', country: 'NL' }

const cleanOf = (input: CustomerInput) => {
  const checked = validateCustomer({ ...company, ...input })
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
  return checked.value
}
const problemsOf = (input: CustomerInput) => {
  const checked = validateCustomer({ ...company, ...input })
  return checked.ok ? [] : checked.problems.map(({ path, code }) => [path, code])
}

test('without agreements there are none', () => {
  expect(cleanOf({})).toMatchObject({
    postalAddress: null,
    contacts: [],
    oin: null,
    peppolId: null,
    paymentTermDays: null,
    language: null,
    vatTreatment: null,
    attachUbl: null,
  })
})

describe('a postal address', () => {
  test('is in the country of the customer unless said otherwise, and its postal code is of its own country', () => {
    const postal = { address: ' Postbus 12 ', postalCode: '8260aa', city: 'Kampen' }
    expect(cleanOf({ postalAddress: postal }).postalAddress).toEqual({
      address: 'Postbus 12',
      postalCode: '8260 AA',
      city: 'Kampen',
      country: 'NL',
    })
    const abroad = { ...postal, postalCode: '10115', country: 'de' }
    expect(cleanOf({ postalAddress: abroad }).postalAddress).toMatchObject({
      postalCode: '10115',
      country: 'DE',
    })
  })

  test('of which only the country is filled in is none, and one that is begun is asked for whole', () => {
    expect(cleanOf({ postalAddress: { country: 'BE', address: ' ' } }).postalAddress).toBeNull()
    expect(problemsOf({ postalAddress: { address: 'Postbus 12' } })).toEqual([
      ['postalAddress.city', 'required'],
      ['postalAddress.postalCode', 'required'],
    ])
    expect(
      problemsOf({ postalAddress: { address: 'x', city: 'y', postalCode: '12', country: 'NL' } }),
    ).toEqual([['postalAddress.postalCode', 'postal_code_invalid']])
    expect(problemsOf({ postalAddress: { address: 'x', city: 'y', country: 'XX' } })).toEqual([
      ['postalAddress.country', 'country_unknown'],
    ])
  })
})

describe('contacts', () => {
  test('are kept in their order, each known by a name or an e-mail address', () => {
    const contacts = [
      { name: ' Administratie ', email: 'facturen@kroon.example', receivesInvoices: true },
      { name: 'Ilse', phone: '06 12345678' },
    ]
    expect(cleanOf({ contacts }).contacts).toEqual([
      { name: 'Administratie', email: 'facturen@kroon.example', phone: null, receivesInvoices: true },
      { name: 'Ilse', email: null, phone: '06 12345678', receivesInvoices: false },
    ])
  })

  test.each([
    [{ phone: '06 12345678' }, 'contacts.0.name', 'required'],
    [{ name: 'Ilse', receivesInvoices: true }, 'contacts.0.email', 'contact_email_missing'],
    [{ name: 'Ilse', email: 'ilse at kroon' }, 'contacts.0.email', 'email_invalid'],
    [{ name: 'x'.repeat(101) }, 'contacts.0.name', 'too_long'],
  ])('%j is refused at its field', (contact, path, code) => {
    expect(problemsOf({ contacts: [contact] })).toEqual([[path, code]])
  })

  test('are twenty at most', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `Piet ${index}` }))
    expect(cleanOf({ contacts: many(20) }).contacts).toHaveLength(20)
    expect(problemsOf({ contacts: many(21) })).toEqual([['contacts', 'too_many_contacts']])
  })
})

describe('invoices go', () => {
  const at = (email: string | null, receivesInvoices: boolean) => ({
    name: null,
    email,
    phone: null,
    receivesInvoices,
  })

  test('to the contacts that receive them, each address once, or else to the customer itself', () => {
    const email = 'info@kroon.example'
    expect(invoiceRecipients({ email })).toEqual([email])
    expect(invoiceRecipients({ email, contacts: [at('ilse@kroon.example', false)] })).toEqual([email])
    expect(
      invoiceRecipients({ email, contacts: [at('A@kroon.example', true), at('a@kroon.example', true)] }),
    ).toEqual(['a@kroon.example'])
    expect(invoiceRecipients({ email: null })).toEqual([])
  })
})

test.each([
  ['oin', '0000 0001 0015 0538 1000', '00000001001505381000'],
  ['peppolId', '0106:12345678', '0106:12345678'],
  ['language', 'de', 'de'],
  ['vatTreatment', 'low', 'low'],
  ['attachUbl', true, true],
  ['attachUbl', 'false', false],
])('%s «%s» becomes «%s»', (field, input, expected) => {
  expect(cleanOf({ [field]: input })).toMatchObject({ [field]: expected })
})

test.each([
  [{ oin: '123' }, 'oin', 'oin_invalid'],
  [{ oin: '00000001001505381000', country: 'BE' }, 'oin', 'oin_invalid'],
  [{ oin: '00000001001505381000', kind: 'person' }, 'oin', 'oin_invalid'],
  [{ peppolId: '12345678' }, 'peppolId', 'peppol_id_invalid'],
  [{ peppolId: '0106:1234567' }, 'peppolId', 'peppol_id_invalid'],
  [{ peppolId: 'x'.repeat(81) }, 'peppolId', 'too_long'],
  [{ paymentTermDays: 366 }, 'paymentTermDays', 'payment_term_invalid'],
  [{ paymentTermDays: 1.5 }, 'paymentTermDays', 'payment_term_invalid'],
  [{ language: 'fr' }, 'language', 'choice_unknown'],
  [{ vatTreatment: 'nothing' }, 'vatTreatment', 'vat_treatment_unknown'],
  [{ attachUbl: 'misschien' }, 'attachUbl', 'choice_unknown'],
  [{ vatTreatment: 'eu_services' }, 'vatTreatment', 'vat_treatment_not_of_customer'],
  [{ vatTreatment: 'eu_goods', country: 'US' }, 'vatTreatment', 'vat_treatment_not_of_customer'],
  [
    { vatTreatment: 'eu_goods', country: 'BE', kind: 'person' },
    'vatTreatment',
    'vat_treatment_not_of_customer',
  ],
  [{ kvkNumber: '123' }, 'kvkNumber', 'kvk_number_invalid'],
  [{ kvkNumber: 'HRB', country: 'DE' }, 'kvkNumber', 'registration_number_invalid'],
])('%j is refused at its field', (input, path, code) => {
  expect(problemsOf(input)).toEqual([[path, code]])
})

test('EU treatments are for who is in another member state, or registered there', () => {
  expect(cleanOf({ vatTreatment: 'eu_services', country: 'BE' }).vatTreatment).toBe('eu_services')
  const vatNumber = 'DE136695976'
  expect(cleanOf({ vatTreatment: 'eu_goods', vatNumber }).vatTreatment).toBe('eu_goods')
})

describe('an address in Peppol', () => {
  test.each([
    [' 0106 : 1234 5678', '0106:12345678'],
    ['iso6523-actorid-upis::0190:00000001001505381000', '0190:00000001001505381000'],
    ['9944:nl004495445b01', '9944:NL004495445B01'],
    ['0208:0403170701', '0208:0403170701'],
    ['0088:7300010000001', '0088:7300010000001'],
    ['0192:923609016', '0192:923609016'],
    ['9930:DE136695976', '9930:DE136695976'],
  ])('«%s» is written «%s»', (text, expected) => expect(cleanPeppolId(text)).toBe(expected))

  // An unknown scheme, or a value that a receiver refuses by its check digits.
  test.each([
    '1234:12345678',
    '9999:1',
    '0106:NL',
    '0208:0403170702',
    '0088:7300010000002',
    '0192:923609017',
    '0106:',
    ':1',
  ])('«%s» is none', (text) => expect(cleanPeppolId(text)).toBeNull())
})
