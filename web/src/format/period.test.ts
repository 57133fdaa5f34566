import { describe, expect, it } from 'vitest'
import {
  neighbour,
  periodAround,
  periodKinds,
  periodName,
  periodText,
  periodWithin,
  readPeriod,
} from './period.ts'

const quarterName = (quarter: number, year: string) => `${quarter}e kwartaal ${year}`

describe('a period', () => {
  it.each([
    ['2026-11', '2026-11-01', '2026-11-30', 'november 2026'],
    ['2028-02', '2028-02-01', '2028-02-29', 'februari 2028'],
    ['2026-K1', '2026-01-01', '2026-03-31', '1e kwartaal 2026'],
    ['2026-K4', '2026-10-01', '2026-12-31', '4e kwartaal 2026'],
    ['2026', '2026-01-01', '2026-12-31', '2026'],
  ])('%s runs from %s to %s', (text, from, until, name) => {
    const period = readPeriod(text)
    expect(period).toMatchObject({ from, until })
    expect(period && periodText(period)).toBe(text)
    expect(period && periodName(period, quarterName, 'nl')).toBe(name)
  })

  it.each(['', '26', '2026-13', '2026-00', '2026-K5', '2026-K0', '2026-1', 'nu', '2026-11-30', undefined])(
    'is not %s',
    (text) => expect(readPeriod(text)).toBeUndefined(),
  )

  it.each(periodKinds)('of a %s joins its neighbours without a gap, over the end of a year too', (kind) => {
    let period = periodAround(kind, '2026-01-31')
    for (let step = 0; step < 30; step += 1) {
      const next = neighbour(period, 1)
      const dayAfter = new Date(`${period.until}T00:00:00Z`)
      dayAfter.setUTCDate(dayAfter.getUTCDate() + 1)
      expect(next.from).toBe(dayAfter.toISOString().slice(0, 10))
      expect(neighbour(next, -1)).toEqual(period)
      expect(readPeriod(periodText(next))).toEqual(next)
      expect(periodAround(kind, next.until)).toEqual(next)
      period = next
    }
  })
})

describe('going from one kind of period to another', () => {
  const today = '2026-11-30'
  it.each([
    ['the month of today, in a quarter that holds it', '2026-K4', 'month', '2026-10-05', '2026-11'],
    ['the last month with invoices, in one that is over', '2026-K2', 'month', '2026-04-20', '2026-04'],
    ['its last month, where nothing is in it', '2026-K2', 'month', undefined, '2026-06'],
    ['the first month of one that is still to come', '2027-K1', 'month', undefined, '2027-01'],
    ['what holds today, from no period at all', undefined, 'quarter', '2025-01-01', '2026-K4'],
    ['the quarter around a month', '2026-05', 'quarter', undefined, '2026-K2'],
    [
      'the year of a month, whatever is shown of another period meanwhile',
      '2025-02',
      'year',
      '2026-01-01',
      '2025',
    ],
  ] as const)('leads to %s', (_, from, kind, latest, to) =>
    expect(periodText(periodWithin(kind, readPeriod(from), { today, latest }))).toBe(to),
  )
})
