import { expect, test } from 'vitest'
import { lastMorning } from './morning.ts'

test.each([
  ['in winter', '2026-11-30T07:00:00Z', '2026-11-30T07:00:00Z'],
  ['just before', '2026-11-30T06:59:59Z', '2026-11-29T07:00:00Z'],
  ['in summer', '2026-07-01T06:00:00Z', '2026-07-01T06:00:00Z'],
  ['at night, when it is tomorrow in Amsterdam', '2026-11-30T23:30:00Z', '2026-11-30T07:00:00Z'],
  ['on the day the clock goes forward', '2026-03-29T06:00:00Z', '2026-03-29T06:00:00Z'],
  ['before that morning', '2026-03-29T05:59:00Z', '2026-03-28T07:00:00Z'],
  ['on the day it goes back', '2026-10-25T07:00:00Z', '2026-10-25T07:00:00Z'],
  ['before that one', '2026-10-25T06:59:00Z', '2026-10-24T06:00:00Z'],
])('the last morning %s', (_, now, morning) => {
  expect(lastMorning(new Date(now))).toEqual(new Date(morning))
})
