import { expect, test } from 'vitest'
import { actorFor, returnDueAfter } from './actor.ts'

test('whoever looks is told that it is them', () => {
  expect(actorFor({ actor: 'bookkeeper', role: 'bookkeeper' })).toBe('you')
  expect(actorFor({ actor: 'bookkeeper', role: 'owner' })).toBe('you')
  expect(actorFor({ actor: 'owner', role: 'owner' })).toBe('you')
  expect(actorFor({ actor: 'owner', role: 'bookkeeper' })).toBe('owner')
  expect(actorFor({ actor: 'bookkeeper', role: 'viewer' })).toBe('bookkeeper')
  expect(actorFor({ actor: 'nobody', role: 'owner' })).toBe('nobody')
})

test('the VAT return is due by the end of the month after, of a year nothing is said', () => {
  const due = (kind: string, until: string) => returnDueAfter({ kind, until })
  expect(due('quarter', '2026-12-31')).toBe('2027-01-31')
  expect(due('month', '2027-01-31')).toBe('2027-02-28')
  expect(due('month', '2026-11-30')).toBe('2026-12-31')
  expect(due('year', '2026-12-31')).toBeNull()
})
