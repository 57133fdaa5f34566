import { describe, expect, test } from 'vitest'
import type { CauseCode } from '../causes/causes.ts'
import { nextTestWhilePaused } from './test-schedule.ts'

const next = (cause: CauseCode, now: string) =>
  new Date(nextTestWhilePaused(cause, Date.parse(now))).toISOString()

describe('a paused connection tries by itself', () => {
  test('daily', () => {
    expect(next('codes_refused', '2026-11-30T20:00:00Z')).toBe('2026-12-01T20:00:00.000Z')
  })

  test('hourly where rights are given back, or an account mended, in the books', () => {
    expect(next('no_permission', '2026-11-30T20:00:00Z')).toBe('2026-11-30T21:00:00.000Z')
    expect(next('account_unknown', '2026-11-30T20:00:00Z')).toBe('2026-11-30T21:00:00.000Z')
  })

  test('after the limit of calls when the month turns, if that comes first', () => {
    expect(next('call_limit_reached', '2026-11-30T20:00:00Z')).toBe('2026-12-01T01:00:00.000Z')
    expect(next('call_limit_reached', '2026-12-31T23:30:00Z')).toBe('2027-01-01T01:00:00.000Z')
    expect(next('call_limit_reached', '2026-11-10T20:00:00Z')).toBe('2026-11-11T20:00:00.000Z')
  })

  test('soon again, not a month later, when the service has not yet turned the month', () => {
    expect(next('call_limit_reached', '2026-12-01T00:30:00Z')).toBe('2026-12-01T01:00:00.000Z')
    expect(next('call_limit_reached', '2026-12-01T01:00:05Z')).toBe('2026-12-01T02:00:05.000Z')
    expect(next('call_limit_reached', '2026-12-02T01:30:00Z')).toBe('2026-12-03T01:30:00.000Z')
  })
})
