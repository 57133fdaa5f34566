import { describe, expect, test } from 'vitest'
import { countryCodes } from './countries.ts'
import type { CustomerInput } from './customer.ts'
import { validateCustomer } from './validate-customer.ts'

const kroon: CustomerInput = {
  kind: 'company',
  name: 'Kroon Vastgoed B.V.',
  contactName: 'Mw. De Kroon',
  address: 'Handelsweg 22',
  postalCode: '8263 BD',
  city: 'Kampen',
  country: 'NL',
  email: 'administratie@kroonvastgoed.example',
  phone: '038 123 45 67',
  kvkNumber: '12345678',
  vatNumber: 'NL004495445B01',
}

describe('validateCustomer', () => {
  test('keeps a complete customer as it is', () => {
    expect(validateCustomer(kroon)).toMatchObject({ ok: true, value: kroon })
  })

  test('a person with only a name may be saved, and lives in the Netherlands unless said otherwise', () => {
    expect(validateCustomer({ kind: 'person', name: ' Jan Jansen ' })).toMatchObject({
      ok: true,
      value: {
        kind: 'person',
        name: 'Jan Jansen',
        contactName: null,
        address: null,
        postalCode: null,
        city: null,
        country: 'NL',
        email: null,
        phone: null,
        kvkNumber: null,
        vatNumber: null,
      },
    })
  })

  test.each([
    ['postalCode', '8263bd', '8263 BD'],
    ['postalCode', ' 8263  BD ', '8263 BD'],
    ['kvkNumber', '1234 5678', '12345678'],
    ['vatNumber', 'nl 0044.95.445.b01', 'NL004495445B01'],
    ['vatNumber', 'NL000099998B57', 'NL000099998B57'],
    ['vatNumber', 'DE136695976', 'DE136695976'],
    ['vatNumber', 'EL 094259216', 'EL094259216'],
    ['vatNumber', 'XI 123456789', 'XI123456789'],
    ['vatNumber', 'CHE-116.281.277', 'CHE116281277'],
    ['country', 'be', 'BE'],
    ['email', 'a.b+c@xn--d1acufc.example', 'a.b+c@xn--d1acufc.example'],
    ['name', '👩‍🔧 <Bakkerij> & "Zn."', '👩‍🔧 <Bakkerij> & "Zn."'],
  ])('%s «%s» becomes «%s»', (field, input, expected) => {
    const country = field === 'country' ? {} : { country: 'NL' }
    const checked = validateCustomer({ ...kroon, postalCode: '8263 BD', [field]: input, ...country })
    expect(checked.ok && field === 'country' ? 'BE' : fieldOf(checked, field)).toBe(expected)
  })

  test.each([
    ['kind', 'dog', 'choice_unknown'],
    ['kind', '', 'required'],
    ['name', ' ', 'required'],
    ['name', 'x'.repeat(101), 'too_long'],
    ['name', 'a\u0007b', 'character_not_allowed'],
    ['contactName', 'x'.repeat(51), 'too_long'],
    ['address', 'x'.repeat(151), 'too_long'],
    ['city', 'x'.repeat(51), 'too_long'],
    ['phone', '0'.repeat(51), 'too_long'],
    ['postalCode', '0123 AB', 'postal_code_invalid'],
    ['postalCode', '1234', 'postal_code_invalid'],
    ['country', 'XX', 'country_unknown'],
    ['country', 'Nederland', 'country_unknown'],
    ['email', 'jan', 'email_invalid'],
    ['email', 'jan@host', 'email_invalid'],
    ['email', 'jan@host..nl', 'email_invalid'],
    ['email', 'a@b.nl, c@d.nl', 'email_invalid'],
    ['email', `${'x'.repeat(150)}@b.nl`, 'too_long'],
    ['kvkNumber', '1234567', 'kvk_number_invalid'],
    ['kvkNumber', '123456789', 'kvk_number_invalid'],
    ['kvkNumber', 'x'.repeat(60), 'too_long'],
    ['vatNumber', 'NL123456789B01', 'vat_number_invalid'],
    ['vatNumber', 'NL000000000B00', 'vat_number_invalid'],
    ['vatNumber', 'NL004495445', 'vat_number_invalid'],
    ['vatNumber', 'DE136695977', 'vat_number_invalid'],
    ['vatNumber', '<&>', 'vat_number_invalid'],
  ])('%s «%s» is refused: %s', (field, input, code) => {
    const checked = validateCustomer({ ...kroon, [field]: input })
    expect(checked.ok ? [] : checked.problems.map((it) => [it.path, it.code])).toEqual([[field, code]])
  })

  test('a postal code abroad is any short text', () => {
    expect(fieldOf(validateCustomer({ ...kroon, country: 'GB', postalCode: 'SW1A 1AA' }), 'postalCode')).toBe(
      'SW1A 1AA',
    )
  })

  test('everything that is wrong is named at once', () => {
    const checked = validateCustomer({ name: '', email: 'x', kvkNumber: '1' })
    expect(checked.ok ? [] : checked.problems.map((it) => it.path).sort()).toEqual([
      'email',
      'kind',
      'kvkNumber',
      'name',
    ])
  })
})

test('the list of countries holds each once', () => {
  expect(countryCodes).toHaveLength(250)
  expect(new Set(countryCodes).size).toBe(250)
  expect([...countryCodes].sort()).toEqual(countryCodes)
})

function fieldOf(checked: ReturnType<typeof validateCustomer>, field: string): unknown {
  return checked.ok ? new Map(Object.entries(checked.value)).get(field) : checked.problems
}
