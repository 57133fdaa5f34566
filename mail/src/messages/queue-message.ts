import type { Transaction } from '@stella/database'
import type { Problem, SenderDomain } from '@stella/invoicing'
import type { Language } from '@stella/texts'
import { fromKysely, type PgBoss } from 'pg-boss'
import { type MessageJob, queues } from '../jobs/queues.ts'
import type { WithPassword } from '../mail-servers/open-mail-server.ts'

/** Where whoever writes down a mail has it sent. */
export interface MessageQueue {
  /** Whether mails reach anybody; without a mail server they are kept. */
  readonly delivers: boolean
  /** Whether Stella reads a mailbox in which it sees what comes back. */
  readonly seesBounces: boolean
  /** Has it sent, in the transaction that writes it down: both are committed, or neither. */
  queue(tx: Transaction, job: MessageJob): Promise<void>
  /** Connects to a mail server as somebody typed it; null when that works, else what is wrong. */
  tryServer(server: WithPassword, language: Language): Promise<Problem | null>
  /** What the domain of an address tells mail servers. */
  lookAtDomain(address: string): Promise<SenderDomain>
  /** To be called after the commit, so that it need not wait for the next look. */
  wake(): void
}

export function messagesOver(
  jobs: PgBoss,
  { delivers, lookAtDomain, seesBounces, tryServer, wake }: Omit<MessageQueue, 'queue'>,
): MessageQueue {
  return {
    delivers,
    lookAtDomain,
    seesBounces,
    tryServer,
    async queue(tx, job) {
      await jobs.send(queues.message, job, { db: fromKysely(tx) })
    },
    wake,
  }
}
