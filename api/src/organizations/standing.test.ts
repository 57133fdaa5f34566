import type { OrganizationStanding } from '@stella/database'
import { expect, test } from 'vitest'
import { actorOf, byUrgency, sinceOf, standingOf } from './standing.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 10, 30, hour))
const verdict = { readAt: at(9), lookedBy: null, openDifferences: 0, net: 0n, vat: 0n, since: at(8) }
const row = (changes: Partial<OrganizationStanding> = {}): OrganizationStanding => ({
  id: 'x',
  name: 'Bakker',
  role: 'bookkeeper',
  state: 'active',
  pausedCause: null,
  pausedAt: null,
  waiting: 0,
  failed: 0,
  failedCause: null,
  failedSince: null,
  outstanding: 0n,
  overdue: { count: 0, amount: 0n },
  verdict,
  isBeingRead: false,
  ...changes,
})

const paused = row({ state: 'paused', pausedCause: 'codes_refused', pausedAt: at(7), failed: 3 })
const failing = row({ failed: 2, failedCause: 'period_closed', failedSince: at(6), verdict: null })
const failingMore = row({ ...failing, failed: 5, name: 'Zwaan' })
const differing = row({ verdict: { ...verdict, openDifferences: 3 } })
const unread = row({ verdict: null })
const waiting = row({ waiting: 4 })
const unlinked = row({ state: 'disconnected', verdict: null })
const never = row({ state: 'none', verdict: null, name: 'Aalders' })

test('what stands still is above what failed, what differs, what nobody looked at, and what waits', () => {
  const all = [row(), never, unlinked, waiting, unread, differing, failing, failingMore, paused]
  expect(all.toSorted(byUrgency)).toEqual([
    ...[paused, failingMore, failing, differing, unread, waiting],
    ...[never, unlinked, row()],
  ])
})

test('nothing is clean while something fails, waits or was never looked at', () => {
  expect([row(), waiting, unread, differing, failing, unlinked].map(standingOf)).toEqual([
    ...['clean', 'waiting', 'not_compared', 'differs', 'failed', 'not_connected'],
  ])
})

test('it says since when, and who must act', () => {
  expect([paused, failing, differing, row(), waiting].map(sinceOf)).toEqual([
    at(7),
    at(6),
    at(8),
    at(8),
    null,
  ])
  expect([paused, failing, differing, row(), waiting, unlinked].map(actorOf)).toEqual([
    ...['owner', 'bookkeeper', 'bookkeeper', 'nobody', 'nobody', 'owner'],
  ])
})
