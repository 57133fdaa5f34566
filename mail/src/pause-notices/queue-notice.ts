import type { ConnectionPaused, Notices } from '@stella/bookkeeping'
import { openPauseNotice } from '@stella/database'
import { fromKysely, type PgBoss } from 'pg-boss'
import { type NoticeJob, queues } from '../jobs/queues.ts'

/**
 * Queues the telling of a pause in the transaction that pauses: both are committed, or neither. Not more than once
 * a day for the same cause, however often the connection pauses; the guard stands in openPauseNotice().
 */
export function noticesOver(jobs: PgBoss): Notices {
  return {
    async connectionPaused(tx, { organizationId, cause, at }: ConnectionPaused) {
      const noticeId = await openPauseNotice(tx, { cause, pausedAt: new Date(at) })
      if (noticeId === null) return
      const job: NoticeJob = { organizationId, noticeId }
      await jobs.send(queues.notice, job, { db: fromKysely(tx) })
    },
  }
}
