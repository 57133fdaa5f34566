import type { Need, Overview } from './queries.ts'

/** Everything of one cause that is offered again, followed until its outcome is known. */
export type Followed = {
  need: Need
  /** The place of the need in the list, which it keeps. */
  place: number
  cause: string
  /** How many were offered; how many there are to be, until that is known. */
  count: number
  /** How many invoices waited before. */
  waitingBefore: number
}

export type Progress = { known: number; failedAgain: number; isEnded: boolean }

/** The part of an overview that tells how far it is. */
type Figures = { books: Pick<Overview['books'], 'waiting'>; needs: readonly Pick<Need, 'invoices'>[] }

/** How far it is: what was offered and waits no longer has an outcome. */
export function progressOf({ cause, count, waitingBefore }: Followed, { books, needs }: Figures): Progress {
  const waiting = Math.min(count, Math.max(0, books.waiting - waitingBefore))
  const failing = needs.find(({ invoices }) => invoices?.retryableCause === cause)?.invoices?.count ?? 0
  return { known: count - waiting, failedAgain: Math.min(count, failing), isEnded: waiting === 0 }
}

/** The needs, in which what is followed keeps its place also when it is none any more. */
export function needsWith(followed: Followed | undefined, needs: readonly Need[]): readonly Need[] {
  if (!followed) return needs
  const now = needs.find(({ invoices }) => invoices?.retryableCause === followed.cause)
  const others = needs.filter((need) => need !== now)
  return [...others.slice(0, followed.place), now ?? followed.need, ...others.slice(followed.place)]
}
