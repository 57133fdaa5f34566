import { expect, it } from 'vitest'
import { rateOn } from './vat.ts'

const rates = [
  { treatment: 'low' as const, rate: '6', from: '1986-10-01', until: '2018-12-31' },
  { treatment: 'low' as const, rate: '9', from: '2019-01-01', until: null },
  { treatment: 'low' as const, rate: '21', from: '2028-01-01', until: null },
]

it.each([
  ['1986-09-30', undefined],
  ['2018-12-31', '6'],
  ['2019-01-01', '9'],
  ['2027-12-31', '9'],
  ['2028-01-01', '21'],
])('on %s the low rate is %s', (day, rate) => expect(rateOn(rates, 'low', day)).toBe(rate))

it('knows none of a treatment without rows', () =>
  expect(rateOn(rates, 'high', '2026-11-22')).toBeUndefined())
