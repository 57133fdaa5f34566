import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePlainDate } from '../dates/plain-date.ts'
import { cents } from '../money/cents.ts'
import { type Payable, paymentStateOf } from './payment-state.ts'

const today = parsePlainDate('2026-11-30')
type Changes = Partial<Record<'gross' | 'credited' | 'outstanding', number>> &
  Partial<Pick<Payable, 'dueDate' | 'settledAs'>>
const state = ({ credited = 0, gross = 12_100, outstanding = gross, ...rest }: Changes) =>
  paymentStateOf(
    {
      settledAs: null,
      dueDate: today,
      ...rest,
      gross: cents(BigInt(gross)),
      credited: cents(BigInt(credited)),
      outstanding: cents(BigInt(outstanding)),
    },
    today,
  )

describe('the payment of an invoice', () => {
  test.each([
    ['nothing came in', {}, 'open'],
    ['a part came in', { outstanding: 100 }, 'part_paid'],
    ['all came in', { outstanding: 0 }, 'paid'],
    ['more came in', { outstanding: -1 }, 'overpaid'],
    ['it was written off', { outstanding: 0, settledAs: 'written_off' }, 'written_off'],
    ['a part is credited and nothing paid', { credited: -2_100, outstanding: 10_000 }, 'open'],
    ['a part is credited and the rest paid', { credited: -2_100, outstanding: 0 }, 'paid'],
    ['all is credited', { credited: -12_100, outstanding: 0 }, 'credited'],
    ['all is credited after it was paid', { credited: -12_100, outstanding: -12_100 }, 'overpaid'],
    ['the last day is yesterday', { dueDate: parsePlainDate('2026-11-29') }, 'overdue'],
    ['a part came in, and it is late', { outstanding: 1, dueDate: parsePlainDate('2026-11-29') }, 'overdue'],
    ['it comes to nothing', { gross: 0 }, 'paid'],
    ['it is negative by itself', { gross: -12_100 }, 'open'],
    ['it is negative, and a part was paid out', { gross: -12_100, outstanding: -100 }, 'part_paid'],
  ] as const)('%s', (_name, changes, expected) => {
    expect(state(changes)).toBe(expected)
  })

  test('is settled exactly when nothing is open, whatever the day', () => {
    const amount = fc.integer({ min: -99_999, max: 99_999 })
    fc.assert(
      fc.property(amount, amount, (gross, outstanding) => {
        const said = state({ gross, outstanding, dueDate: parsePlainDate('2020-01-01') })
        expect(['paid', 'written_off', 'credited'].includes(said)).toBe(outstanding === 0)
      }),
    )
  })
})
