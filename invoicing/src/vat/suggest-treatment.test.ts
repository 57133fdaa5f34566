import { expect, test } from 'vitest'
import { suggestVatTreatment } from './suggest-treatment.ts'

test.each([
  ['NL', 'company', 'NL000099998B57', 'high'],
  ['NL', 'person', null, 'high'],
  ['BE', 'company', 'BE0403170701', 'eu_services'],
  ['DE', 'company', null, 'high'],
  // Registered here, so that our VAT is charged.
  ['DE', 'company', 'NL000099998B57', 'high'],
  ['GR', 'company', 'EL094259216', 'eu_services'],
  ['DE', 'person', null, 'high'],
  ['US', 'company', null, 'outside_eu'],
  ['CH', 'person', null, 'outside_eu'],
  ['GB', 'company', 'GB999999973', 'outside_eu'],
] as const)(
  'a customer in %s, %s, with VAT number %s most likely has %s',
  (country, kind, vatNumber, likely) => {
    expect(suggestVatTreatment({ country, kind, vatNumber }, 'ordinary')).toBe(likely)
  },
)

test('under the small businesses scheme nothing is charged where others charge', () => {
  const dutch = { country: 'NL', kind: 'company', vatNumber: null } as const
  const belgian = { country: 'BE', kind: 'company', vatNumber: 'BE0403170701' } as const
  expect(suggestVatTreatment(dutch, 'small_business_scheme')).toBe('small_business_scheme')
  expect(suggestVatTreatment(belgian, 'small_business_scheme')).toBe('eu_services')
})

test('what is agreed with the customer goes first, but under the scheme nobody is charged by it', () => {
  const agreed = (vatTreatment: 'low' | 'outside_eu') =>
    ({ country: 'NL', kind: 'company', vatNumber: null, vatTreatment }) as const
  expect(suggestVatTreatment(agreed('low'), 'ordinary')).toBe('low')
  expect(suggestVatTreatment(agreed('low'), 'small_business_scheme')).toBe('small_business_scheme')
  expect(suggestVatTreatment(agreed('outside_eu'), 'small_business_scheme')).toBe('outside_eu')
})
