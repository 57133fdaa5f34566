import { describe, expect, test } from 'vitest'
import { type Followed, needsWith, progressOf } from './cause-retry.ts'
import type { Need } from './queries.ts'

function need(id: string, cause: string | null, count = 1): Need {
  const invoices = cause && {
    count,
    total: '1.00',
    since: '2026-11-30T10:00:00Z',
    retryableCause: cause,
    first: [],
  }
  const rest = { invoiceId: null, customerId: null, title: id, detail: '', mending: null }
  return { kind: cause ? 'booking_failed' : 'draft_unfinished', id, ...rest, invoices: invoices || null }
}

const closed = need('closed', 'period_closed', 300)
const followed: Followed = { need: closed, place: 1, cause: 'period_closed', count: 300, waitingBefore: 2 }
const figures = (waiting: number, needs: Need[] = []) => ({ books: { waiting }, needs })

describe('how far it is', () => {
  test.each([
    ['all wait', figures(302), { known: 0, failedAgain: 0, isEnded: false }],
    ['some are in the books', figures(202), { known: 100, failedAgain: 0, isEnded: false }],
    ['all are', figures(2), { known: 300, failedAgain: 0, isEnded: true }],
    ['what waited before went on too', figures(0), { known: 300, failedAgain: 0, isEnded: true }],
    [
      'some failed again',
      figures(2, [need('again', 'period_closed', 12)]),
      { known: 300, failedAgain: 12, isEnded: true },
    ],
  ])('%s', (_, given, progress) => expect(progressOf(followed, given)).toEqual(progress))
})

describe('what is followed keeps its place', () => {
  const [first, last] = [need('first', 'date_refused'), need('last', null)]
  test('when it is no need any more', () => {
    expect(needsWith(followed, [first, last])).toEqual([first, closed, last])
  })
  test('and shows how it stands now', () => {
    const now = need('again', 'period_closed', 12)
    expect(needsWith(followed, [now, first, last])).toEqual([first, now, last])
  })
  test('and nothing moves where nothing is followed', () => {
    expect(needsWith(undefined, [first, last])).toEqual([first, last])
  })
})
