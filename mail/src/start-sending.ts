import { type Log, type Repeated, repeat, type Seal, systemClock } from '@stella/bookkeeping'
import type { Database } from '@stella/database'
import type { Typesetting } from '@stella/documents'
import type { JobWithMetadata, PgBoss } from 'pg-boss'
import { queueAuditLetters } from './audit/queue-audit-letters.ts'
import { sendAuditLetter } from './audit/send-audit-letter.ts'
import type { Mailbox } from './bounces/read-mailbox.ts'
import { watchMailbox } from './bounces/watch-mailbox.ts'
import { sendCaseLetter } from './cases/send-case-letter.ts'
import { queueDigests } from './digests/queue-digests.ts'
import { sendDigest } from './digests/send-digest.ts'
import {
  type AuditLetterJob,
  type CaseJob,
  type DigestJob,
  type LetterJob,
  type MessageJob,
  type NoticeJob,
  queues,
} from './jobs/queues.ts'
import type { Reach } from './mail-servers/reachable-address.ts'
import { sendMessage } from './messages/send-message.ts'
import { addressNotice } from './pause-notices/address-notice.ts'
import { sendLetter } from './pause-notices/send-letter.ts'
import type { Post } from './post/post.ts'

export type SendingParts = {
  /** Role `stella_mail`. */
  readonly database: Database
  readonly jobs: PgBoss
  readonly post: Post
  /** Opens the passwords of mail servers of organizations. */
  readonly seal: Pick<Seal, 'openPassword'>
  /** Which of them may be connected to. */
  readonly reach: Reach
  readonly typesetting: Typesetting
  /** The address people use, without a trailing slash. */
  readonly publicUrl: string
  /** What the secrets of links to invoices are reckoned with. */
  readonly shareLinkKey: string
  readonly log: Log
  readonly now: () => Date
  /** Where mails come back to; without it nobody sees that they do. */
  readonly mailbox?: Mailbox | undefined
  /** How often new jobs are looked for; default 5. */
  readonly pollEverySeconds?: number
}

/** What is sent, by whomever: told that there is something, and stopped. */
export type Sending = { wake(): void; stop(): Promise<void> }

/** Whom to tell in the morning is looked for this often: a quarter of an hour late is still the morning. */
const digestsEveryMs = 15 * 60 * 1_000
/** Whoever takes an organization over is fast; several changes of one minute go in one letter. */
const changesEveryMs = 15 * 1_000

/** Whatever comes of it is for good. */
const lastTry = { retryCount: 0, retryLimit: 0 }

/** Sends what is queued, and looks for what is to be told. Any number of processes may. */
export async function startSending(parts: SendingParts): Promise<Sending> {
  const { jobs, mailbox } = parts
  const sender = await sendMessages(parts)
  await sendNotices(parts)
  await sendWhatWasLookedFor(parts)
  const looking = [lookForChanges(parts), lookForDigests(parts)]
  if (mailbox !== undefined) looking.push(watchMailbox(mailbox, parts))
  return {
    wake: () => jobs.notifyWorker(sender),
    async stop() {
      for (const it of looking) await it.stop()
    },
  }
}

function pollingOf({ pollEverySeconds }: SendingParts) {
  return { pollingIntervalSeconds: pollEverySeconds ?? 5 }
}

/** With how often it was tried. */
function triesOf(parts: SendingParts) {
  return { ...pollingOf(parts), includeMetadata: true as const }
}

/** @returns whom to wake for a mail that was just queued */
async function sendMessages(parts: SendingParts): Promise<string> {
  const { jobs } = parts
  await jobs.work<MessageJob>(queues.lastMessage, pollingOf(parts), async (batch) => {
    for (const { data } of batch) await sendMessage(parts, data, lastTry)
  })
  return jobs.work(queues.message, triesOf(parts), async (batch: JobWithMetadata<MessageJob>[]) => {
    for (const job of batch) await sendMessage(parts, job.data, job)
  })
}

async function sendNotices(parts: SendingParts): Promise<void> {
  const { database, jobs } = parts
  await jobs.work<NoticeJob>(queues.notice, pollingOf(parts), async (batch) => {
    for (const { data } of batch) await addressNotice({ database, jobs }, data)
  })
  await jobs.work(queues.letter, triesOf(parts), async (batch: JobWithMetadata<LetterJob>[]) => {
    for (const job of batch) await sendLetter(parts, job.data, job)
  })
  await jobs.work<LetterJob>(queues.lastLetter, pollingOf(parts), async (batch) => {
    for (const { data } of batch) await sendLetter(parts, data, lastTry)
  })
}

async function sendWhatWasLookedFor(parts: SendingParts): Promise<void> {
  const { jobs } = parts
  await jobs.work(queues.digest, triesOf(parts), async (batch: JobWithMetadata<DigestJob>[]) => {
    for (const job of batch) await sendDigest(parts, job.data, job)
  })
  await jobs.work(queues.auditLetter, triesOf(parts), async (batch: JobWithMetadata<AuditLetterJob>[]) => {
    for (const job of batch) await sendAuditLetter(parts, job.data, job)
  })
  await jobs.work(queues.caseLetter, triesOf(parts), async (batch: JobWithMetadata<CaseJob>[]) => {
    for (const job of batch) await sendCaseLetter(parts, job.data, job)
  })
}

function lookForChanges({ database, jobs, log }: SendingParts): Repeated {
  const look = async () => {
    await queueAuditLetters({ database, jobs })
  }
  return repeat(look, {
    clock: systemClock,
    everyMs: changesEveryMs,
    onFailure: (error) => log.warn('what changed is not known', { reason: String(error) }),
  })
}

function lookForDigests({ database, jobs, log, now }: SendingParts): Repeated {
  const look = async () => {
    await queueDigests({ database, jobs }, now())
  }
  return repeat(look, {
    clock: systemClock,
    everyMs: digestsEveryMs,
    onFailure: (error) => log.warn('whom to tell in the morning is not known', { reason: String(error) }),
  })
}
