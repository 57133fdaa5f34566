import { sql } from 'kysely'
import type { Database } from '../pools/open-database.ts'

/** The channel on which a change of an organization's log is told; the payload is the organization's id. */
export const activityChannel = 'stella_activity'

/**
 * Organizations are collected this long before they are told in one statement. Longer and the page lags; shorter
 * and a busy worker sends one message for each booking.
 */
const gatherMs = 5

const gathered = new WeakMap<Database, Set<string>>()

/**
 * Tells those who watch an organization's log that it grew. Call it after the commit: within the transaction it
 * would take a lock of the whole database (measured: four times fewer commits). Never throws and need not be
 * awaited: a message that is lost costs the watcher a moment, as it also looks by itself now and then.
 */
export function announceActivities(database: Database, organizationId: string): Promise<void> {
  const waiting = gathered.get(database)
  if (waiting !== undefined) {
    waiting.add(organizationId)
    return Promise.resolve()
  }
  gathered.set(database, new Set([organizationId]))
  return new Promise((resolve) => {
    setTimeout(() => {
      const ids = [...(gathered.get(database) ?? [])]
      gathered.delete(database)
      sql`select pg_notify(${activityChannel}, id) from unnest(${ids}::text[]) as id`
        .execute(database.kysely)
        .then(
          () => resolve(),
          () => resolve(),
        )
    }, gatherMs)
  })
}
