import type { Transaction } from '@stella/database'
import { fromKysely, type PgBoss } from 'pg-boss'
import { type CaseJob, queues } from '../jobs/queues.ts'

/** Where whoever answers a case has whoever asked told of it. */
export interface CaseLetterQueue {
  /** Has it sent, in the transaction that answers: both are committed, or neither. */
  queue(tx: Transaction, job: CaseJob): Promise<void>
}

export function caseLettersOver(jobs: PgBoss): CaseLetterQueue {
  return {
    async queue(tx, job) {
      await jobs.send(queues.caseLetter, job, { db: fromKysely(tx) })
    },
  }
}
