import { type CauseCode, causes } from '../causes/causes.ts'
import { classifyUnsent } from '../causes/classify.ts'
import type { RemoteFailure } from '../causes/remote-failure.ts'
import { checkAccounts } from '../connections/check-accounts.ts'
import { pauseFor } from '../connections/pause.ts'
import { nextTestAt, nextTestWhilePaused } from '../connections/test-schedule.ts'
import type { Exchange, FoundAccount } from '../ports/books.ts'
import type { Commit } from '../ports/store.ts'
import type { Turn, Worked } from './turn.ts'

/** A test that could not be made for want of an answer is made again after this. */
const TRY_AGAIN_AFTER_MS = 15 * 60 * 1_000

/**
 * Tries the stored codes: daily, when somebody asks, and while the connection is paused, to find out that it
 * need not be any longer.
 */
export async function testConnection(turn: Turn): Promise<Worked> {
  const { books, claim, connection } = turn
  const said = await books.ledgerAccounts(claim.signal)
  if (!said.ok) return recordTest(turn, classifyUnsent(said.failure).cause, said.exchanges, said.failure)
  if (connection.pausedCause === 'call_limit_reached') {
    // Reading accounts is not limited: only what is tells whether the limit is over.
    const read = await books.findMutationsNumbered(1, 1, claim.signal)
    const exchanges = [...said.exchanges, ...read.exchanges]
    if (!read.ok) return recordTest(turn, classifyUnsent(read.failure).cause, exchanges, read.failure)
  }
  const accounts = checkAccounts(said.value, connection.usualAccounts)
  const unfit = {
    debtors_account_unfit: 'debtors_account_refused',
    revenue_account_unfit: 'revenue_account_refused',
  } as const
  return recordTest(turn, accounts.ok ? null : unfit[accounts.code], said.exchanges, null, said.value)
}

/** Writes what a test found: what concerns the connection pauses it, a passed test ends a pause. */
export async function recordTest(
  { claim, clock, connection, store }: Pick<Turn, 'claim' | 'clock' | 'connection' | 'store'>,
  cause: CauseCode | null,
  exchanges: readonly Exchange[],
  failure: RemoteFailure | null,
  accounts?: readonly FoundAccount[],
): Promise<Worked> {
  const at = clock.now()
  const isPassing = failure !== null && classifyUnsent(failure).class === 'try_again'
  const commit: Commit = {
    at,
    booksId: connection.booksId,
    tested: {
      cause,
      nextTestAt: nextTest(cause, isPassing, at),
      codesVersion: connection.codesVersion,
      requestedAt: connection.testRequestedAt,
      ...(accounts === undefined ? {} : { accounts }),
    },
    pause: pauseFor(cause !== null && causes[cause].class === 'pause' ? cause : null, connection, at),
    exchanges,
    about: {},
  }
  return { committed: await store.commit(claim.lane, commit), health: isPassing ? 'failed' : 'worked' }
}

function nextTest(cause: CauseCode | null, isPassing: boolean, at: number): number {
  if (isPassing) return at + TRY_AGAIN_AFTER_MS
  return cause === null ? nextTestAt(at) : nextTestWhilePaused(cause, at)
}
