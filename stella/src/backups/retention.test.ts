import { expect, test } from 'vitest'
import { isDue } from './nightly-backups.ts'
import { expiredBackups } from './retention.ts'

const day = 86_400_000
const now = new Date('2026-11-30T12:00:00Z')

/** One backup every night for so many days, the newest of last night. */
function nightly(days: number) {
  return Array.from({ length: days }, (_, ago) => {
    const takenAt = new Date(Date.parse('2026-11-30T02:00:00Z') - ago * day)
    return { file: `${ago}`, takenAt }
  })
}

test('after years of nights there are two weeks of days, a quarter of weeks and a year of months', () => {
  const all = nightly(1_000)
  const expired = new Set(expiredBackups(all, now))
  const kept = all.filter((backup) => !expired.has(backup)).map(({ file }) => Number(file))
  expect(kept.slice(0, 14)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
  expect(kept.filter((ago) => ago >= 14 && ago < 91).length).toBeGreaterThanOrEqual(11)
  expect(kept.length).toBeLessThan(14 + 13 + 13)
  expect(Math.max(...kept)).toBeGreaterThan(330)
  expect(Math.max(...kept)).toBeLessThan(372)
})

test('retention run every night keeps what it would keep of all at once, as far as there is any', () => {
  let kept: ReturnType<typeof nightly> = []
  for (let at = 400; at >= 0; at -= 1) {
    const night = new Date(now.getTime() - at * day)
    kept = [...kept, { file: `${at}`, takenAt: new Date(Date.parse('2026-11-30T02:00:00Z') - at * day) }]
    const expired = new Set(expiredBackups(kept, night))
    kept = kept.filter((backup) => !expired.has(backup))
  }
  const ages = kept.map(({ file }) => Number(file))
  expect(ages.filter((ago) => ago < 14)).toHaveLength(14)
  expect(Math.max(...ages)).toBeGreaterThan(330)
})

test('the only backup stays however old it is', () => {
  expect(expiredBackups([{ file: 'old', takenAt: new Date('2020-01-01T00:00:00Z') }], now)).toEqual([])
})

test.each([
  [null, '2026-11-30T12:00:00Z', true],
  ['2026-11-30T02:00:00Z', '2026-11-30T12:00:00Z', false],
  ['2026-11-30T01:59:00Z', '2026-11-30T12:00:00Z', true],
  ['2026-11-30T02:00:00Z', '2026-12-01T01:59:00Z', false],
  ['2026-11-30T02:00:00Z', '2026-12-01T02:01:00Z', true],
  // In summer three o'clock is an hour earlier; the night that the clock goes back has one backup.
  ['2026-07-01T01:00:00Z', '2026-07-02T00:59:00Z', false],
  ['2026-10-25T02:00:00Z', '2026-10-25T05:00:00Z', false],
])('with a backup of %s, at %s one is due: %s', (taken, at, due) => {
  expect(isDue(taken === null ? null : new Date(taken), new Date(at))).toBe(due)
})
