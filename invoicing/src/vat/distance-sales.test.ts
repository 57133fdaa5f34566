import { expect, test } from 'vitest'
import { isConsumerElsewhere } from './distance-sales.ts'

test.each([
  ['person', 'DE', null, true],
  ['company', 'BE', null, true],
  ['company', 'BE', 'BE0403170701', false],
  ['person', 'NL', null, false],
  ['person', 'US', null, false],
] as const)('a %s in %s with VAT number %s', (kind, country, vatNumber, expected) => {
  expect(isConsumerElsewhere({ kind, country, vatNumber })).toBe(expected)
})
