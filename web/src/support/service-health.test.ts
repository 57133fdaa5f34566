import { expect, test } from 'vitest'
import { dayOfQuarters, healthOf } from './service-health.ts'

const now = new Date('2026-11-30T14:37:00Z')
const at = (minutesAgo: number, counts: { answered?: number; refused?: number; unanswered?: number }) => {
  const quarter = Math.floor((now.getTime() - minutesAgo * 60_000) / 900_000) * 900_000
  return {
    at: new Date(quarter).toISOString(),
    answered: 0,
    refused: 0,
    unanswered: 0,
    medianMs: null,
    ...counts,
  }
}

test('a day is 96 quarters up to now, each in its place', () => {
  const day = dayOfQuarters([at(0, { answered: 3 }), at(30, { refused: 1 })], now)
  expect(day).toHaveLength(96)
  expect(day.at(-1)).toMatchObject({ at: '2026-11-30T14:30:00.000Z', answered: 3 })
  expect(day.at(-3)).toMatchObject({ at: '2026-11-30T14:00:00.000Z', refused: 1 })
  expect(day[0]?.at).toBe('2026-11-29T14:45:00.000Z')
})

test.each([
  ['nothing was asked of late', [at(120, { unanswered: 9 })], 'quiet'],
  ['all was answered', [at(0, { answered: 9 })], 'good'],
  ['much was refused, which is an answer', [at(0, { answered: 1, refused: 9 })], 'good'],
  ['one of a hundred had no answer', [at(0, { answered: 99, unanswered: 1 })], 'good'],
  ['one of five had none', [at(0, { answered: 4, unanswered: 1 })], 'faltering'],
  ['nothing was answered', [at(0, { unanswered: 3 }), at(15, { unanswered: 3 })], 'silent'],
] as const)('%s: %s', (_, quarters, health) => {
  expect(healthOf(dayOfQuarters(quarters, now))).toBe(health)
})
