import { describe, expect, it } from 'vitest'
import { addDays, formatDay, formatMoment, isFarFrom, today } from './days.ts'

describe('days', () => {
  it('takes the day from Amsterdam, not from the machine', () => {
    expect(today(new Date('2026-12-31T23:30:00Z'))).toBe('2027-01-01')
    expect(today(new Date('2026-07-01T21:59:59Z'))).toBe('2026-07-01')
  })

  it('adds days over months, years and the change of the clock', () => {
    expect(addDays('2026-12-15', 30)).toBe('2027-01-14')
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  })

  it('writes days and moments in Dutch without a place to break', () => {
    expect(formatDay('2026-11-22', 'nl')).toBe('22\u00a0nov\u00a02026')
    expect(formatMoment('2026-11-23T13:31:00Z', 'nl')).toBe('23\u00a0nov\u00a02026, 14:31')
  })
})

it.each([
  ['2006-11-30', true],
  ['2036-12-31', true],
  ['2026-08-29', true],
  ['2026-08-30', false],
  ['2026-11-30', false],
  ['2026-12-31', false],
  ['2027-01-01', true],
])('%s is far from 30 November 2026: %s', (day, far) => expect(isFarFrom(day, '2026-11-30')).toBe(far))
