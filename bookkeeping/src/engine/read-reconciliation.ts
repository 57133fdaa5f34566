import { monthOf, todayInAmsterdam } from '@stella/invoicing'
import { classify } from '../causes/classify.ts'
import { pauseFor } from '../connections/pause.ts'
import { nextTestWhilePaused } from '../connections/test-schedule.ts'
import {
  mayReadMore,
  monthBegan,
  nextReconciliationAt,
  readAgainAt,
  SECOND_READING_AFTER_MS,
} from '../payments/reading.ts'
import type { Instant } from '../ports/clock.ts'
import type { ReconciliationTask } from '../ports/readings.ts'
import type { Commit } from '../ports/store.ts'
import { afterPage, beginReading, isEmptyAtFirst, nextPage } from '../reconciliation/read-pages.ts'
import type { Turn, Worked } from './turn.ts'

/**
 * Reads one page of what the books have in a period: of the one that somebody asked for or that was begun, else of
 * this month, as is done daily. One call a piece of work, so that what is booked meanwhile goes first.
 */
export async function readReconciliation(turn: Turn): Promise<Worked> {
  const { books, claim, clock, connection, store } = turn
  const { booksId } = connection
  const { organizationId } = claim.lane
  const now = clock.now()
  const underWay = await store.reconciliationUnderWay({ organizationId, booksId })
  const task = underWay?.task ?? thisMonth(turn, now)
  const progress = underWay?.progress ?? beginReading(task)
  const beganAt = underWay?.beganAt ?? now
  const reads = await store.mutationReads({ organizationId, booksId, since: monthBegan(now) })
  if (!mayReadMore(reads)) {
    return { ...(await put(turn, nextTestWhilePaused('call_limit_reached', now))), health: null }
  }
  const said = await books.readMutations(nextPage(progress), claim.signal)
  const at = clock.now()
  if (!said.ok) {
    const { cause, class: kind } = classify(said.failure)
    const isLimited = cause === 'call_limit_reached'
    const again = isLimited ? nextTestWhilePaused(cause, at) : readAgainAt(at)
    const pause = pauseFor(kind === 'pause' && !isLimited ? cause : null, connection, at)
    const worked = await put(turn, again, { pause, exchanges: said.exchanges })
    return { ...worked, health: kind === 'try_again' ? 'failed' : 'worked' }
  }
  const { calls, isWhole, mutationsRead, sales, upTo } = afterPage(progress, said.value)
  const finishedAt = isWhole ? new Date(at) : null
  const readOnAt = isEmptyAtFirst(progress, said.value) ? at + SECOND_READING_AFTER_MS : at
  const next = isWhole ? nextReconciliationAt(at, organizationId) : readOnAt
  const worked = await put(turn, next, {
    reconciliation: {
      task,
      isNew: underWay === null,
      progress: { beganAt: new Date(beganAt), finishedAt, upTo, calls, mutationsRead, sales },
    },
    exchanges: said.exchanges,
  })
  return { ...worked, health: 'worked' }
}

async function put(
  { claim, clock, connection, store }: Turn,
  at: Instant,
  rest: Pick<Commit, 'reconciliation' | 'exchanges' | 'pause'> = {},
): Promise<Pick<Worked, 'committed'>> {
  const committed = await store.commit(claim.lane, {
    at: clock.now(),
    booksId: connection.booksId,
    nextReading: { of: 'reconciliation', at },
    about: {},
    ...rest,
  })
  return { committed }
}

function thisMonth({ chance }: Turn, now: Instant): ReconciliationTask {
  const { from, until } = monthOf(todayInAmsterdam(new Date(now)))
  return { id: chance.id(), from, until, requestedAt: new Date(now), requestedBy: null }
}
