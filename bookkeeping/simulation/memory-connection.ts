import type { CauseCode } from '../src/causes/causes.ts'
import type { Instant } from '../src/ports/clock.ts'
import type { Commit } from '../src/ports/store.ts'
import { usualAccounts } from './chosen-accounts.ts'

/** The link of one organization, as the engine may see it. */
export type ConnectionRecord = {
  booksId: string
  state: 'active' | 'paused'
  pausedCause: CauseCode | null
  codesVersion: number
  testRequestedAt: Instant | null
  nextTestAt: Instant
  /** In these histories neither open items nor periods are read. */
  paymentsAt: null
  reconciliationAt: null
  activeSince: Instant
  usualAccounts: { readonly debtors: string; readonly revenue: string }
}

export function firstConnection(booksId: string, now: Instant): ConnectionRecord {
  return {
    booksId,
    state: 'active',
    pausedCause: null,
    codesVersion: 1,
    testRequestedAt: null,
    nextTestAt: now + 24 * 60 * 60 * 1_000,
    paymentsAt: null,
    reconciliationAt: null,
    activeSince: now,
    usualAccounts,
  }
}

/** As the statements on PostgreSQL do: nothing that was learnt with other codes. Returns whether a pause begins. */
export function changeConnection(connection: ConnectionRecord, { at, pause, tested }: Commit): boolean {
  if (tested?.codesVersion === connection.codesVersion) {
    if (connection.testRequestedAt === tested.requestedAt) connection.testRequestedAt = null
    connection.nextTestAt = tested.nextTestAt
    if (tested.cause === null) {
      if (connection.state === 'paused') connection.activeSince = at
      connection.state = 'active'
      connection.pausedCause = null
    }
  }
  if (pause == null || pause.codesVersion !== connection.codesVersion) return false
  const begins = connection.state === 'active'
  connection.state = 'paused'
  connection.pausedCause = pause.cause
  connection.nextTestAt = pause.nextTestAt
  return begins
}

/** The connection after new codes: active, with a test a day from now. */
export function linkedAnew(
  before: ConnectionRecord,
  { booksId, usualAccounts }: Pick<ConnectionRecord, 'booksId' | 'usualAccounts'>,
  now: Instant,
): ConnectionRecord {
  return {
    ...before,
    booksId,
    usualAccounts,
    state: 'active',
    pausedCause: null,
    codesVersion: before.codesVersion + 1,
    nextTestAt: now + 24 * 60 * 60 * 1_000,
    activeSince: now,
  }
}
