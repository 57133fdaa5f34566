import {
  type Database,
  findFormerPeople,
  inOrganization,
  listAuditSpan,
  listPeopleInCharge,
  organizationsWithUntoldAudit,
  takeUntoldAudit,
} from '@stella/database'
import { fromKysely, type PgBoss } from 'pg-boss'
import { type AuditLetterJob, queues } from '../jobs/queues.ts'
import { formerOwner, isTold } from './told.ts'

/** As many at a time as are queued within a second; the next look takes the rest. */
const MOST_AT_ONCE = 200

/**
 * Queues a letter for each owner where something changed that they are told of, and for who was one until then. Any
 * number of processes may look: the entries are taken by one, in the transaction that queues.
 * @returns how many letters were queued
 */
export async function queueAuditLetters({
  database,
  jobs,
}: {
  database: Database
  jobs: PgBoss
}): Promise<number> {
  let queued = 0
  for (const organizationId of await organizationsWithUntoldAudit(database.kysely, MOST_AT_ONCE)) {
    queued += await inOrganization(database, organizationId, async (tx) => {
      const span = await takeUntoldAudit(tx)
      if (span === null) return 0
      const entries = (await listAuditSpan(tx, span)).filter(isTold)
      if (entries.length === 0) return 0
      const owners = await listPeopleInCharge(tx, organizationId)
      const former = await findFormerPeople(tx, entries.map(formerOwner).filter(isAddress))
      const userIds = new Set([...owners, ...former].map(({ userId }) => userId))
      for (const userId of userIds) {
        const job: AuditLetterJob = { organizationId, userId, ...span }
        await jobs.send(queues.auditLetter, job, { db: fromKysely(tx) })
      }
      return userIds.size
    })
  }
  return queued
}

function isAddress(address: string | null): address is string {
  return address !== null
}
