import type { Overview } from './queries.ts'

/** The part of an overview that says where the books stand. */
export type Figures = Pick<Overview, 'books' | 'connectionState' | 'steps'> & {
  needCounts: Pick<Overview['needCounts'], 'connection_paused'>
}

/** A few of many missing still leave a «ja»; with more than this it would hide what it leaves out. */
const mostLeftOutOfAYes = 4

export type Standing<Kind extends string> = { kind: Kind; count: number }

/** The answer to «Zijn mijn boeken bij?»; `count` is how many final invoices are not in the books. */
export type Answer = Standing<
  | 'paused'
  | 'pausedAlone'
  | 'neverConnected'
  | 'disconnected'
  | 'nothingToBook'
  | 'yes'
  | 'yesExcept'
  | 'noMissing'
  | 'none'
>

/** What the band says on every screen; `count` is how many invoices it is about. */
export type Sight = Standing<
  'paused' | 'notConnected' | 'failed' | 'pausedAlone' | 'waiting' | 'leftOut' | 'verified' | 'booked'
>

/**
 * Whether an organization is still on its way to its first booked invoice. One that ended its link once had it, and
 * is no beginner again.
 */
export function isBeginning({ connectionState, steps }: Figures): boolean {
  return !steps.hasFinalInvoice || connectionState === 'none'
}

export function answerOf({ books, connectionState, needCounts }: Figures): Answer {
  const count = books.total - books.booked - books.verified - books.adopted
  return { kind: kind(), count }

  function kind(): Answer['kind'] {
    if (connectionState === 'paused') return needCounts.connection_paused > 0 ? 'paused' : 'pausedAlone'
    if (connectionState === 'none') return 'neverConnected'
    if (connectionState === 'disconnected') return 'disconnected'
    if (books.total === 0) return 'nothingToBook'
    if (count === 0) return 'yes'
    if (count === books.total) return 'none'
    return count > mostLeftOutOfAYes || count * 2 > books.total ? 'noMissing' : 'yesExcept'
  }
}

/** The most urgent first. What failed cannot be mended without a link, so that comes before it. */
export function sightOf({ books, connectionState, needCounts }: Figures): Sight {
  const sights: [Sight['kind'], boolean | number][] = [
    ['paused', needCounts.connection_paused],
    ['notConnected', connectionState === 'none' || connectionState === 'disconnected'],
    ['failed', books.failed],
    ['pausedAlone', connectionState === 'paused'],
    ['waiting', books.waiting],
    ['leftOut', books.notConnected],
    // Read back and equal; until every booking is, they are only booked.
    ['verified', books.verified > 0 && books.booked === 0],
  ]
  const [kind, count] = sights.find(([, holds]) => Number(holds) > 0) ?? ['booked', 0]
  return { kind, count: Number(count) }
}
