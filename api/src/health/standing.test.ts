import { expect, test } from 'vitest'
import { standingOf } from './standing.ts'

const silentFor = (value: number) => ({ figure: 'worker_silent_seconds', label: '', value })
const mailReadyFor = (value: number, label = 'message') => ({ figure: 'jobs_late_seconds', label, value })

test('a worker is late after three minutes of silence, and where there never was one', () => {
  expect(standingOf([silentFor(180)]).worker).toBe('ok')
  expect(standingOf([silentFor(181)]).worker).toBe('late')
  expect(standingOf([silentFor(Number.POSITIVE_INFINITY)]).worker).toBe('late')
})

test('mail is late when one queue has waited for a quarter of an hour, and not while none waits', () => {
  expect(standingOf([silentFor(0)]).mail).toBe('ok')
  expect(standingOf([mailReadyFor(900), mailReadyFor(3, 'pause-letter')]).mail).toBe('ok')
  expect(standingOf([mailReadyFor(3), mailReadyFor(901, 'pause-letter')]).mail).toBe('late')
})
