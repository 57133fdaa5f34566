import {
  changeConnection,
  type Database,
  findConnection,
  inOrganization,
  markLaneDue,
} from '@stella/database'
import type { Clock } from '../ports/clock.ts'
import { type ConnectionView, connectionView } from './connection-view.ts'

export type ConnectionTest =
  | { readonly outcome: 'passed' | 'failed'; readonly connection: ConnectionView }
  | { readonly outcome: 'not_connected' }
  /** No worker came round to it in time; it will still be done. */
  | { readonly outcome: 'pending'; readonly connection: ConnectionView }

/** Longer than a call may take, shorter than people and proxies wait. */
const WAIT_MS = 35_000
const LOOK_EVERY_MS = 100

/**
 * Has the stored codes tried by a worker, because only workers can read them, and waits for what comes of it.
 * Call `wake` of the worker, or notify, after nothing: this does it.
 */
export async function testConnection(
  { database, clock, wake }: { database: Database; clock: Clock; wake: () => void },
  organizationId: string,
): Promise<ConnectionTest> {
  // A passed test would end the pause; after a restore the books are compared first.
  const before = await inOrganization(database, organizationId, findConnection)
  if (before?.restored_at != null) return { outcome: 'failed', connection: connectionView(before) }
  const requestedAt = await inOrganization(database, organizationId, async (tx) => {
    const now = new Date(clock.now())
    await markLaneDue(tx, now)
    const requested = await changeConnection(tx, { from: ['active', 'paused'] }, { test_requested_at: now })
    return requested ? now : null
  })
  if (requestedAt === null) return { outcome: 'not_connected' }
  wake()
  const until = clock.monotonic() + WAIT_MS
  for (;;) {
    const row = await inOrganization(database, organizationId, findConnection)
    if (row === null || row.state === 'disconnected') return { outcome: 'not_connected' }
    const connection = connectionView(row)
    if (row.test_requested_at === null) {
      return { outcome: row.test_cause === null ? 'passed' : 'failed', connection }
    }
    if (clock.monotonic() >= until) return { outcome: 'pending', connection }
    await clock.sleep(LOOK_EVERY_MS)
  }
}
