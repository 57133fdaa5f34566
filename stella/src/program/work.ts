import {
  customerChanged,
  type OpenBooks,
  type OpenRegisters,
  type Seal,
  startBackfills,
  startRetention,
  startWorker,
  systemChance,
  systemClock,
  type Worker,
} from '@stella/bookkeeping'
import { announceWork, type KindOfWork, watchWork } from '@stella/database'
import {
  folderPost,
  type Mail,
  type Mailbox,
  type Post,
  smtpPost,
  startMail,
  systemReach,
} from '@stella/mail'
import { startTransfer, type Transfer } from '@stella/transfer'
import type { Logger } from 'pino'
import type { Configuration } from '../configuration/configuration.ts'
import type { DataFolder } from '../data-folder/data-folder.ts'
import { type Duty, works } from './duty.ts'
import { partLog } from './part-log.ts'
import type { Pools } from './pools.ts'

export type WorkParts = {
  configuration: Configuration
  folder: DataFolder
  log: Logger
  pools: Pools
  seal: Seal
  openBooks: OpenBooks
  openRegisters: OpenRegisters
  secret: string
  linkKey: string
}

/** Where whoever serves people leaves what is to be done. */
export type Queues = {
  wakeBookings: () => void
  messages: Mail['messages']
  letters: Mail['accountLetters']
  caseLetters: Mail['caseLetters']
  imports: Transfer['imports']
  exports: Transfer['exports']
}

export interface Work {
  queues: Queues
  /** Lets what is under way come to an end. */
  stop(): Promise<void>
}

/** The queues of this process, and the work on them where that is done here. */
export async function startWork(duty: Duty, parts: WorkParts): Promise<Work> {
  const isHere = works(duty)
  const announce = announcing(parts)
  const mail = await openMail(parts, isHere ? 'here' : announce('mail'))
  const transfer = await openTransfer(parts, mail, isHere ? 'here' : announce)
  const engine = isHere ? startEngine(parts, mail) : undefined
  const queues: Queues = {
    wakeBookings: engine === undefined ? announce('bookings') : () => engine.wake(),
    messages: mail.messages,
    letters: mail.accountLetters,
    caseLetters: mail.caseLetters,
    imports: transfer.imports,
    exports: transfer.exports,
  }
  // A program that does everything hears of its own people; one that only works, of those that others serve.
  const watch = duty === 'work' ? watchWork(parts.pools.stella_worker, wakes(queues)) : undefined
  return {
    queues,
    async stop() {
      await watch?.close()
      await engine?.stop()
      await transfer.stop()
      await mail.stop()
    },
  }
}

/** How to tell the processes that work. Who does not hear it looks by itself within seconds. */
function announcing({ pools, log }: WorkParts): (kind: KindOfWork) => () => void {
  return (kind) => () =>
    void announceWork(pools.stella_app, kind).catch((error) =>
      log.warn({ kind, reason: String(error) }, 'whoever works was not told'),
    )
}

function wakes(queues: Queues): (kind: KindOfWork) => void {
  const wake: Record<KindOfWork, () => void> = {
    bookings: queues.wakeBookings,
    mail: queues.messages.wake,
    imports: queues.imports.wake,
    exports: queues.exports.wake,
  }
  return (kind) => wake[kind]()
}

function openMail(
  { configuration, folder, log, pools, seal, linkKey }: WorkParts,
  sending: 'here' | (() => void),
) {
  return startMail({
    database: pools.stella_mail,
    post: postOf(configuration, folder),
    seal,
    mailbox: mailboxOf(configuration.mail.mailboxUrl),
    reach: { ...systemReach, privately: configuration.mail.privateServers === true },
    publicUrl: configuration.publicUrl,
    shareLinkKey: linkKey,
    log: partLog(log, 'mail'),
    ...(sending === 'here' ? {} : { sentElsewhere: sending }),
  })
}

function openTransfer(
  { log, openRegisters, pools, seal }: WorkParts,
  mail: Mail,
  working: 'here' | ((kind: KindOfWork) => () => void),
) {
  return startTransfer({
    jobs: mail.jobs,
    database: pools.stella_app,
    customerChanged,
    books: { worker: pools.stella_worker, openRegisters, seal, clock: systemClock },
    log: partLog(log, 'transfer'),
    now: () => new Date(systemClock.now()),
    ...(working === 'here'
      ? {}
      : { doneElsewhere: { imports: working('imports'), exports: working('exports') } }),
  })
}

function startEngine({ log, pools, seal, openBooks }: WorkParts, mail: Mail): Worker {
  const worker = startWorker({
    database: pools.stella_worker,
    openBooks,
    seal,
    clock: systemClock,
    chance: systemChance,
    log: partLog(log, 'worker'),
    notices: mail.notices,
  })
  const backfills = startBackfills({
    app: pools.stella_app,
    worker: pools.stella_worker,
    clock: systemClock,
    log: partLog(log, 'backfills'),
    wake: () => worker.wake(),
  })
  const retention = startRetention({
    database: pools.stella_worker,
    clock: systemClock,
    log: partLog(log, 'retention'),
  })
  return {
    wake() {
      worker.wake()
      backfills.wake()
    },
    async stop() {
      await worker.stop()
      await backfills.stop()
      await retention.stop()
    },
  }
}

function postOf({ mail }: Configuration, folder: DataFolder): Post {
  const { from, serverUrl } = mail
  if (serverUrl === undefined) return folderPost({ folder: folder.mailFolder, from })
  return smtpPost({ url: serverUrl, from })
}

/** The ports are those of RFC 8314 and RFC 9051. */
function mailboxOf(url: string | undefined): Mailbox | undefined {
  if (url === undefined) return undefined
  const { hostname: host, password, port, protocol, username } = new URL(url)
  const secure = protocol === 'imaps:'
  return {
    host,
    port: port === '' ? (secure ? 993 : 143) : Number(port),
    secure,
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  }
}
