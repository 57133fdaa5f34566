import { type Log, type Notices, repeat, systemClock } from '@stella/bookkeeping'
import type { Database } from '@stella/database'
import { openTypesetting } from '@stella/documents'
import type { JobWithMetadata, PgBoss } from 'pg-boss'
import { type AccountLetters, accountLetters } from './accounts/account-letters.ts'
import { type CaseLetterQueue, caseLettersOver } from './cases/queue-case-letter.ts'
import { sendCaseLetter } from './cases/send-case-letter.ts'
import { queueDigests } from './digests/queue-digests.ts'
import { sendDigest } from './digests/send-digest.ts'
import { openJobs } from './jobs/open-jobs.ts'
import {
  type CaseJob,
  type DigestJob,
  type LetterJob,
  type MessageJob,
  type NoticeJob,
  queues,
} from './jobs/queues.ts'
import { type MessageQueue, messagesOver } from './messages/queue-message.ts'
import { sendMessage } from './messages/send-message.ts'
import { addressNotice } from './pause-notices/address-notice.ts'
import { noticesOver } from './pause-notices/queue-notice.ts'
import { sendLetter } from './pause-notices/send-letter.ts'
import type { Post } from './post/post.ts'

export type MailOptions = {
  /** Role `stella_mail`. */
  readonly database: Database
  readonly post: Post
  /** The address people use, without a trailing slash. */
  readonly publicUrl: string
  /** What the secrets of links to invoices are reckoned with. */
  readonly shareLinkKey: string
  readonly log: Log
  readonly now?: () => Date
  /** How often new jobs are looked for; default 5. */
  readonly pollEverySeconds?: number
  /** How often jobs whose process died are looked for; default 60. */
  readonly superviseEverySeconds?: number
}

export interface Mail {
  /** The open queue, for other work that is kept in it. It ends with `stop`. */
  readonly jobs: PgBoss
  /** For the worker: what it tells here is queued in the worker's own transaction. */
  readonly notices: Notices
  /** For the web: the same for mails of invoices. */
  readonly messages: MessageQueue
  /** For the support desk: the same for letters about cases. */
  readonly caseLetters: CaseLetterQueue
  /** For the accounts: sent at once, or within a minute. */
  readonly accountLetters: Omit<AccountLetters, 'stop'>
  /** Lets the letter that is being sent finish. What waits stays in the queue for the next start. */
  stop(): Promise<void>
}

/** How long a letter that is being sent may take to finish when the program stops. */
const stopWithinMs = 5_000
/** Whom to tell in the morning is looked for this often: a quarter of an hour late is still the morning. */
const digestsEveryMs = 15 * 60 * 1_000

/** Whatever comes of it is for good. */
const lastTry = { retryCount: 0, retryLimit: 0 }

/** Starts to send what is queued, and what an earlier run left in the queue. Any number of processes may. */
export async function startMail(options: MailOptions): Promise<Mail> {
  const { database, log, post } = options
  const jobs = await openJobs(options)
  const typesetting = openTypesetting()
  const parts = { ...options, typesetting, now: options.now ?? (() => new Date()) }
  const letters = accountLetters(parts)
  const polling = { pollingIntervalSeconds: options.pollEverySeconds ?? 5 }
  await jobs.work<NoticeJob>(queues.notice, polling, async (batch) => {
    for (const { data } of batch) await addressNotice({ database, jobs }, data)
  })
  const withTries = { ...polling, includeMetadata: true as const }
  await jobs.work(queues.letter, withTries, async (batch: JobWithMetadata<LetterJob>[]) => {
    for (const job of batch) await sendLetter(parts, job.data, job)
  })
  const sender = await jobs.work(queues.message, withTries, async (batch: JobWithMetadata<MessageJob>[]) => {
    for (const job of batch) await sendMessage(parts, job.data, job)
  })
  await jobs.work<LetterJob>(queues.lastLetter, polling, async (batch) => {
    for (const { data } of batch) await sendLetter(parts, data, lastTry)
  })
  await jobs.work<MessageJob>(queues.lastMessage, polling, async (batch) => {
    for (const { data } of batch) await sendMessage(parts, data, lastTry)
  })
  await jobs.work(queues.digest, withTries, async (batch: JobWithMetadata<DigestJob>[]) => {
    for (const job of batch) await sendDigest(parts, job.data, job)
  })
  await jobs.work(queues.caseLetter, withTries, async (batch: JobWithMetadata<CaseJob>[]) => {
    for (const job of batch) await sendCaseLetter(parts, job.data, job)
  })
  const look = async () => {
    await queueDigests({ database, jobs }, parts.now())
  }
  const digests = repeat(look, {
    clock: systemClock,
    everyMs: digestsEveryMs,
    onFailure: (error) => log.warn('whom to tell in the morning is not known', { reason: String(error) }),
  })
  void post.check().then((reason) => {
    if (reason !== null) log.warn('mail server not usable', { reason })
  })
  return {
    jobs,
    notices: noticesOver(jobs),
    messages: messagesOver(jobs, { delivers: post.leaves, wake: () => jobs.notifyWorker(sender) }),
    caseLetters: caseLettersOver(jobs),
    accountLetters: letters,
    async stop() {
      await digests.stop()
      await letters.stop()
      await jobs.stop({ graceful: true, timeout: stopWithinMs, close: false })
      post.close()
      await typesetting.close()
    },
  }
}
