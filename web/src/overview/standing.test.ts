import { describe, expect, test } from 'vitest'
import type { Overview } from './queries.ts'
import { answerOf, type Figures, isBeginning, sightOf } from './standing.ts'

type Books = Partial<Overview['books']>
type Rest = { connection?: Overview['connectionState']; paused?: number; final?: boolean }

/** An overview of which only these figures matter; linked unless it says otherwise. */
function overview(books: Books, { connection = 'active', paused = 0, final = true }: Rest = {}): Figures {
  const { booked = 0, verified = 0, adopted = 0, waiting = 0, failed = 0, notConnected = 0 } = books
  const counts = { booked, verified, adopted, waiting, failed, notConnected }
  const total = booked + verified + adopted + waiting + failed + notConnected
  return {
    connectionState: connection,
    books: { ...counts, total, oldestWaitingSince: null },
    needCounts: { connection_paused: paused },
    steps: {
      companyComplete: true,
      connected: connection === 'active',
      hasCustomer: true,
      hasFinalInvoice: final,
    },
  }
}

describe('whether an organization is still beginning', () => {
  test.each<[string, Figures, boolean]>([
    ['never linked', overview({}, { connection: 'none' }), true],
    ['linked, nothing made final', overview({}, { final: false }), true],
    ['linked, with an invoice', overview({ booked: 1 }), false],
    ['paused, with an invoice', overview({ booked: 1 }, { connection: 'paused' }), false],
    ['the link ended, with 39 invoices', overview({ booked: 39 }, { connection: 'disconnected' }), false],
    ['the link ended before any invoice', overview({}, { connection: 'disconnected', final: false }), true],
  ])('%s', (_, given, beginning) => expect(isBeginning(given)).toBe(beginning))
})

describe('whether the books are up to date', () => {
  test.each<[string, Figures, ReturnType<typeof answerOf>]>([
    ['all of them', overview({ verified: 38 }), { kind: 'yes', count: 0 }],
    ['all of them, some by hand', overview({ verified: 30, adopted: 8 }), { kind: 'yes', count: 0 }],
    ['one of many missing', overview({ booked: 37, failed: 1 }), { kind: 'yesExcept', count: 1 }],
    ['four of many', overview({ booked: 34, failed: 4 }), { kind: 'yesExcept', count: 4 }],
    ['five of many', overview({ booked: 33, failed: 5 }), { kind: 'noMissing', count: 5 }],
    [
      'failed and waiting together',
      overview({ booked: 30, failed: 6, waiting: 2 }),
      { kind: 'noMissing', count: 8 },
    ],
    ['most of a few', overview({ booked: 1, failed: 2 }), { kind: 'noMissing', count: 2 }],
    ['none', overview({ waiting: 3 }), { kind: 'none', count: 3 }],
    ['nothing to book', overview({}), { kind: 'nothingToBook', count: 0 }],
    [
      'never linked',
      overview({ notConnected: 2 }, { connection: 'none' }),
      { kind: 'neverConnected', count: 2 },
    ],
    [
      'the link ended',
      overview({ booked: 38, failed: 1 }, { connection: 'disconnected' }),
      { kind: 'disconnected', count: 1 },
    ],
    [
      'paused for a person',
      overview({ waiting: 1 }, { connection: 'paused', paused: 1 }),
      { kind: 'paused', count: 1 },
    ],
    [
      'paused until it ends by itself',
      overview({ waiting: 1 }, { connection: 'paused' }),
      { kind: 'pausedAlone', count: 1 },
    ],
  ])('%s', (_, given, answer) => expect(answerOf(given)).toEqual(answer))
})

describe('what the band says', () => {
  test.each<[string, Figures, ReturnType<typeof sightOf>]>([
    [
      'a pause that needs a person, whatever failed',
      overview({ failed: 2 }, { connection: 'paused', paused: 1 }),
      { kind: 'paused', count: 1 },
    ],
    [
      'no link any more, whatever failed before',
      overview({ booked: 38, failed: 1 }, { connection: 'disconnected' }),
      { kind: 'notConnected', count: 1 },
    ],
    ['never a link', overview({}, { connection: 'none' }), { kind: 'notConnected', count: 1 }],
    ['failures', overview({ booked: 3, failed: 2, waiting: 1 }), { kind: 'failed', count: 2 }],
    [
      'a pause that ends by itself',
      overview({ waiting: 1 }, { connection: 'paused' }),
      { kind: 'pausedAlone', count: 1 },
    ],
    ['waiting', overview({ booked: 3, waiting: 1 }), { kind: 'waiting', count: 1 }],
    ['made without a link', overview({ verified: 3, notConnected: 2 }), { kind: 'leftOut', count: 2 }],
    ['all read back', overview({ verified: 3 }), { kind: 'verified', count: 1 }],
    ['some not read back yet', overview({ verified: 3, booked: 1 }), { kind: 'booked', count: 0 }],
  ])('%s', (_, given, sight) => expect(sightOf(given)).toEqual(sight))
})
