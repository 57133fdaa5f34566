import {
  type Database,
  inOrganization,
  listPeopleInCharge,
  organizationsToTell,
  takeDigest,
} from '@stella/database'
import { fromKysely, type PgBoss } from 'pg-boss'
import { type DigestJob, queues } from '../jobs/queues.ts'
import { lastMorning } from './morning.ts'

/** As many at a time as are queued within a second; the next look takes the rest. */
const MOST_AT_ONCE = 200

/**
 * Queues a letter for each person who runs an organization where something waits, once a morning. Any number of
 * processes may look: the row of an organization is taken by one, in the transaction that queues.
 * @returns how many organizations were told
 */
export async function queueDigests(
  { database, jobs }: { database: Database; jobs: PgBoss },
  at: Date,
): Promise<number> {
  const when = { at, morning: lastMorning(at) }
  let told = 0
  for (const organizationId of await organizationsToTell(database.kysely, { ...when, limit: MOST_AT_ONCE })) {
    told += await inOrganization(database, organizationId, async (tx) => {
      if (!(await takeDigest(tx, when))) return 0
      for (const { digest, userId } of await listPeopleInCharge(tx, organizationId)) {
        if (!digest) continue
        const job: DigestJob = { organizationId, userId, morning: when.morning.toISOString() }
        await jobs.send(queues.digest, job, { db: fromKysely(tx) })
      }
      return 1
    })
  }
  return told
}
