import type { Transaction } from '@stella/database'
import { fromKysely, type PgBoss } from 'pg-boss'
import { type MessageJob, queues } from '../jobs/queues.ts'

/** Where whoever writes down a mail has it sent. */
export interface MessageQueue {
  /** Whether mails reach anybody; without a mail server they are kept. */
  readonly delivers: boolean
  /** Has it sent, in the transaction that writes it down: both are committed, or neither. */
  queue(tx: Transaction, job: MessageJob): Promise<void>
  /** To be called after the commit, so that it need not wait for the next look. */
  wake(): void
}

export function messagesOver(
  jobs: PgBoss,
  { delivers, wake }: Pick<MessageQueue, 'delivers' | 'wake'>,
): MessageQueue {
  return {
    delivers,
    async queue(tx, job) {
      await jobs.send(queues.message, job, { db: fromKysely(tx) })
    },
    wake,
  }
}
