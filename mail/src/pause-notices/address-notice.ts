import { changePauseNotice, type Database, inOrganization, listPeopleInCharge } from '@stella/database'
import { fromKysely, type PgBoss } from 'pg-boss'
import { type LetterJob, type NoticeJob, queues } from '../jobs/queues.ts'
import { stillToTell } from './still-to-tell.ts'

/** Queues one letter for each owner and admin, all or none, and once: a notice is addressed a single time. */
export async function addressNotice(
  { database, jobs }: { database: Database; jobs: PgBoss },
  { organizationId, noticeId }: NoticeJob,
): Promise<void> {
  await inOrganization(database, organizationId, async (tx) => {
    if ((await stillToTell(tx, noticeId)) === null) return
    if (!(await changePauseNotice(tx, noticeId, { from: ['queued'], to: 'addressed' }))) return
    for (const { userId } of await listPeopleInCharge(tx, organizationId)) {
      const job: LetterJob = { organizationId, noticeId, userId }
      await jobs.send(queues.letter, job, { db: fromKysely(tx) })
    }
  })
}
