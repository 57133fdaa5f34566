import type { CauseCode } from '../causes/causes.ts'
import { classify } from '../causes/classify.ts'
import type { RemoteFailure } from '../causes/remote-failure.ts'
import { checkAccounts } from '../connections/check-accounts.ts'
import { pauseFor } from '../connections/pause.ts'
import { nextTestAt, nextTestWhilePaused } from '../connections/test-schedule.ts'
import type { Exchange } from '../ports/books.ts'
import type { Commit } from '../ports/store.ts'
import type { Turn, Worked } from './turn.ts'

/** A test that could not be made for want of an answer is made again after this. */
const TRY_AGAIN_AFTER_MS = 15 * 60 * 1_000

/**
 * Tries the stored codes: daily, when somebody asks, and while the connection is paused, to find out that it
 * need not be any longer.
 */
export async function testConnection(turn: Turn): Promise<Worked> {
  const { books, claim } = turn
  const said = await books.ledgerAccounts(claim.signal)
  if (!said.ok) return recordTest(turn, classify(said.failure).cause, said.exchanges, said.failure)
  const accounts = checkAccounts(said.value)
  const unfit = {
    debtors_account_unfit: 'debtors_account_refused',
    revenue_account_unfit: 'revenue_account_refused',
  } as const
  return recordTest(turn, accounts.ok ? null : unfit[accounts.code], said.exchanges, null)
}

/** Writes what a test found: what concerns the connection pauses it, a passed test ends a pause. */
export async function recordTest(
  { claim, clock, connection, store }: Pick<Turn, 'claim' | 'clock' | 'connection' | 'store'>,
  cause: CauseCode | null,
  exchanges: readonly Exchange[],
  failure: RemoteFailure | null,
): Promise<Worked> {
  const at = clock.now()
  const classified = failure === null ? null : classify(failure)
  const commit: Commit = {
    at,
    booksId: connection.booksId,
    tested: {
      cause,
      nextTestAt: nextTest(cause, classified?.class === 'try_again', at),
      codesVersion: connection.codesVersion,
      requestedAt: connection.testRequestedAt,
    },
    pause: pauseFor(classified?.class === 'pause' ? classified.cause : null, connection, at),
    exchanges,
    about: {},
  }
  const health = classified?.class === 'try_again' ? 'failed' : 'worked'
  return { committed: await store.commit(claim.lane, commit), health }
}

function nextTest(cause: CauseCode | null, isPassing: boolean, at: number): number {
  if (isPassing) return at + TRY_AGAIN_AFTER_MS
  return cause === null ? nextTestAt(at) : nextTestWhilePaused(cause, at)
}
