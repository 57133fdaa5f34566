import type { Log, Notices, Seal } from '@stella/bookkeeping'
import type { Database } from '@stella/database'
import { openTypesetting } from '@stella/documents'
import type { PgBoss } from 'pg-boss'
import { type AccountLetters, accountLetters } from './accounts/account-letters.ts'
import type { Mailbox } from './bounces/read-mailbox.ts'
import { type CaseLetterQueue, caseLettersOver } from './cases/queue-case-letter.ts'
import { openJobs } from './jobs/open-jobs.ts'
import { type Reach, systemReach } from './mail-servers/reachable-address.ts'
import { lookAtSenderDomain, type ResolveTexts, systemTexts } from './mail-servers/sender-domain.ts'
import { tryMailServer } from './mail-servers/try-mail-server.ts'
import { type MessageQueue, messagesOver } from './messages/queue-message.ts'
import { noticesOver } from './pause-notices/queue-notice.ts'
import type { Post } from './post/post.ts'
import { startSending } from './start-sending.ts'

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
  /** Tells the process that sends, where another does: this one only queues, and sends what concerns accounts. */
  readonly sentElsewhere?: () => void
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

/** Starts to send what is queued, and what an earlier run left in the queue. Any number of processes may. */
export async function startMail(options: MailOptions): Promise<Mail> {
  const { log, mailbox, post, sentElsewhere } = options
  const jobs = await openJobs(options)
  const typesetting = openTypesetting()
  const reach = options.reach ?? systemReach
  const resolveTexts = options.resolveTexts ?? systemTexts()
  const parts = { ...options, jobs, typesetting, reach, now: options.now ?? (() => new Date()) }
  const letters = accountLetters(parts)
  const sending =
    sentElsewhere === undefined
      ? await startSending(parts)
      : { wake: sentElsewhere, stop: () => Promise.resolve() }
  void post.check().then((reason) => {
    if (reason !== null) log.warn('mail server not usable', { reason })
  })
  return {
    jobs,
    notices: noticesOver(jobs),
    messages: messagesOver(jobs, {
      delivers: post.leaves,
      seesBounces: mailbox !== undefined,
      wake: sending.wake,
      lookAtDomain: (address) => lookAtSenderDomain(address, resolveTexts),
      tryServer: (server, language) => tryMailServer(server, { language, reach }),
    }),
    caseLetters: caseLettersOver(jobs),
    accountLetters: letters,
    async stop() {
      await sending.stop()
      await letters.stop()
      await jobs.stop({ graceful: true, timeout: stopWithinMs, close: false })
      post.close()
      await typesetting.close()
    },
  }
}
