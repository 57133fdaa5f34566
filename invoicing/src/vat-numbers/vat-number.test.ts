import { describe, expect, test } from 'vitest'
import { readRegistrationNumber } from '../customers/registration-number.ts'
import { readVatNumber } from './vat-number.ts'

describe('a VAT number', () => {
  test.each([
    // The prefix that was left out, where the number is right with it.
    ['123456782B12', 'NL', 'NL123456782B12'],
    ['0403.170.701', 'BE', 'BE0403170701'],
    ['094259216', 'GR', 'EL094259216'],
    ['GR 094259216', 'GR', 'EL094259216'],
    ['DE136695976', 'NL', 'DE136695976'],
    // Belgian numbers begin with 1 too since the ones with 0 run out.
    ['BE1000000021', 'BE', 'BE1000000021'],
    ['XI123456789', 'GB', 'XI123456789'],
    ['CHE-116.281.277 MWST', 'CH', 'CHE116281277MWST'],
    ['GB123456789', 'GB', 'GB123456789'],
    ['12-3456789', 'US', '123456789'],
  ])('«%s» of a company in %s is %s', (typed, country, number) => {
    expect(readVatNumber(typed, country)).toBe(number)
  })

  test.each([
    ['ONBEKEND', 'NL'],
    ['123456789B01', 'NL'],
    ['NL123456789B01', 'NL'],
    ['geen', 'BE'],
    ['onbekend', 'US'],
    ['BE1000000000', 'BE'],
    ['094259217', 'GR'],
    ['000000000B00', 'NL'],
  ])('«%s» of a company in %s is none', (typed, country) => {
    expect(readVatNumber(typed, country)).toBe(null)
  })
})

test.each([
  ['27.37.67.02', 'NL', '27376702'],
  ['2737670', 'NL', null],
  ['HRB 86891', 'DE', 'HRB 86891'],
  ['0403.170.701', 'BE', '0403.170.701'],
  ['onbekend', 'DE', null],
])('«%s» in the trade register of %s is %s', (typed, country, number) => {
  expect(readRegistrationNumber(typed, country)).toBe(number)
})
