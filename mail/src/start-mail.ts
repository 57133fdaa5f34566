import { type Log, type Notices, repeat, type Seal, systemClock } from '@stella/bookkeeping'
import type { Database } from '@stella/database'
import { openTypesetting } from '@stella/documents'
import type { JobWithMetadata, PgBoss } from 'pg-boss'
import { type AccountLetters, accountLetters } from './accounts/account-letters.ts'
import { queueAuditLetters } from './audit/queue-audit-letters.ts'
import { sendAuditLetter } from './audit/send-audit-letter.ts'
import { noteBounce } from './bounces/note-bounce.ts'
import { type Mailbox, readMailbox } from './bounces/read-mailbox.ts'
import { readReport } from './bounces/read-report.ts'
import { type CaseLetterQueue, caseLettersOver } from './cases/queue-case-letter.ts'
import { sendCaseLetter } from './cases/send-case-letter.ts'
import { queueDigests } from './digests/queue-digests.ts'
import { sendDigest } from './digests/send-digest.ts'
import { openJobs } from './jobs/open-jobs.ts'
import {
  type AuditLetterJob,
  type CaseJob,
  type DigestJob,
  type LetterJob,
  type MessageJob,
  type NoticeJob,
  queues,
} from './jobs/queues.ts'
import { type Reach, systemReach } from './mail-servers/reachable-address.ts'
import { lookAtSenderDomain, type ResolveTexts, systemTexts } from './mail-servers/sender-domain.ts'
import { tryMailServer } from './mail-servers/try-mail-server.ts'
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
  /** Opens the passwords of mail servers of organizations. */
  readonly seal: Pick<Seal, 'openPassword'>
  /** Which of them may be connected to; default those of the public internet. */
  readonly reach?: Reach
  /** Asks DNS; default the system's name servers. */
  readonly resolveTexts?: ResolveTexts
  /** The address people use, without a trailing slash. */
  readonly publicUrl: string
  /** What the secrets of links to invoices are reckoned with. */
  readonly shareLinkKey: string
  readonly log: Log
  readonly now?: () => Date
  /** Where mails come back to; without it nobody sees that they do. */
  readonly mailbox?: Mailbox | undefined
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

/** A customer is called the same hour, not the same minute. */
const bouncesEveryMs = 5 * 60 * 1_000
/** Whoever takes an organization over is fast; several changes of one minute go in one letter. */
const changesEveryMs = 15 * 1_000

/** Whatever comes of it is for good. */
const lastTry = { retryCount: 0, retryLimit: 0 }

/** Starts to send what is queued, and what an earlier run left in the queue. Any number of processes may. */
export async function startMail(options: MailOptions): Promise<Mail> {
  const { database, log, post } = options
  const jobs = await openJobs(options)
  const typesetting = openTypesetting()
  const reach = options.reach ?? systemReach
  const resolveTexts = options.resolveTexts ?? systemTexts()
  const parts = { ...options, typesetting, reach, now: options.now ?? (() => new Date()) }
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
  await jobs.work(queues.auditLetter, withTries, async (batch: JobWithMetadata<AuditLetterJob>[]) => {
    for (const job of batch) await sendAuditLetter(parts, job.data, job)
  })
  const lookAtAudit = async () => {
    await queueAuditLetters({ database, jobs })
  }
  const changes = repeat(lookAtAudit, {
    clock: systemClock,
    everyMs: changesEveryMs,
    onFailure: (error) => log.warn('what changed is not known', { reason: String(error) }),
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
  const { mailbox } = options
  const seen = new Set<string>()
  const lookIn = async (where: Mailbox) => {
    const read = async (source: Buffer) => {
      const bounces = await readReport(source)
      const outcomes = []
      for (const bounce of bounces) outcomes.push(await noteBounce(database, bounce, parts.now()))
      if (bounces.length > 0) log.info('mail came back', { news: outcomes.filter(Boolean).length })
      return outcomes.includes(true)
    }
    await readMailbox(where, { now: parts.now(), read, seen })
  }
  const bounces =
    mailbox &&
    repeat(() => lookIn(mailbox), {
      clock: systemClock,
      everyMs: bouncesEveryMs,
      onFailure: (error) => log.warn('mailbox not readable', { reason: String(error) }),
    })
  void post.check().then((reason) => {
    if (reason !== null) log.warn('mail server not usable', { reason })
  })
  return {
    jobs,
    notices: noticesOver(jobs),
    messages: messagesOver(jobs, {
      delivers: post.leaves,
      seesBounces: mailbox !== undefined,
      wake: () => jobs.notifyWorker(sender),
      lookAtDomain: (address) => lookAtSenderDomain(address, resolveTexts),
      tryServer: (server, language) => tryMailServer(server, { language, reach }),
    }),
    caseLetters: caseLettersOver(jobs),
    accountLetters: letters,
    async stop() {
      await digests.stop()
      await bounces?.stop()
      await changes.stop()
      await letters.stop()
      await jobs.stop({ graceful: true, timeout: stopWithinMs, close: false })
      post.close()
      await typesetting.close()
    },
  }
}
