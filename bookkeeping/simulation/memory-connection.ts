import type { CauseCode } from '../src/causes/causes.ts'
import type { Instant } from '../src/ports/clock.ts'
import type { Commit } from '../src/ports/store.ts'

/** The link of one organization, as the engine may see it. */
export type ConnectionRecord = {
  booksId: string
  state: 'active' | 'paused'
  pausedCause: CauseCode | null
  codesVersion: number
  testRequestedAt: Instant | null
  nextTestAt: Instant
  /** In these histories open items are not read. */
  paymentsAt: null
  activeSince: Instant
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
export function linkedAnew(before: ConnectionRecord, booksId: string, now: Instant): ConnectionRecord {
  return {
    ...before,
    booksId,
    state: 'active',
    pausedCause: null,
    codesVersion: before.codesVersion + 1,
    nextTestAt: now + 24 * 60 * 60 * 1_000,
    activeSince: now,
  }
}
