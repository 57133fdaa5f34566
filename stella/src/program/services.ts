import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createApi } from '@stella/api'
import {
  customerChanged,
  eBoekhoudenAt,
  startRetention,
  startWorker,
  systemChance,
  systemClock,
} from '@stella/bookkeeping'
import { type Database, type Logins, openDatabase, type WorkingRole } from '@stella/database'
import { folderPost, type Mailbox, type Post, smtpPost, startMail, systemReach } from '@stella/mail'
import { startTransfer } from '@stella/transfer'
import type { Logger } from 'pino'
import { standingOfBackups } from '../backups/backup-report.ts'
import type { Configuration } from '../configuration/configuration.ts'
import type { DataFolder } from '../data-folder/data-folder.ts'
import { ProgramFailure } from '../failures/program-failure.ts'
import { openMetrics } from '../metrics/metrics.ts'
import { type MetricsServer, serveMetrics } from '../metrics/serve-metrics.ts'
import { failureOfListening } from '../processes/ports.ts'
import { openSeal } from '../secrets/open-seal.ts'
import { newerSecrets, sessionSecret } from '../secrets/session-secret.ts'
import { shareLinkKey } from '../secrets/share-link-key.ts'
import { partLog } from './part-log.ts'

const webFolder = fileURLToPath(new URL('../../../web/dist', import.meta.url))

/** Who serves the screens: this program those in `web/dist`, or something before it, such as Vite. */
export type Screens = 'built' | 'elsewhere'

export interface ServicesOptions {
  configuration: Configuration
  screens: Screens
  folder: DataFolder
  log: Logger
  logins: Logins
  soapUrl: string
}

/** Web, API and worker, which live in this process, with their connections to the database. */
export interface Services {
  /** Role `stella_app`. */
  database: Database
  /** Starts to take requests. @throws ProgramFailure portTaken, portForbidden, hostUnknown */
  listen(): Promise<void>
  /** Takes no more requests and ends the open ones. */
  close(): Promise<void>
  /** Lets the worker finish its call, then closes the connections. */
  stop(): Promise<void>
}

/** Connections for a busy office; together well under the hundred that PostgreSQL allows, for two such programs. */
const connections: Record<WorkingRole, number> = {
  stella_app: 16,
  stella_worker: 12,
  stella_accounts: 6,
  stella_support: 4,
  stella_mail: 3,
}

/** @throws ProgramFailure webNotBuilt, sealingKeyUnusable */
export async function startServices(options: ServicesOptions): Promise<Services> {
  const { configuration, screens, folder, log, logins, soapUrl } = options
  if (screens === 'built' && !existsSync(join(webFolder, 'index.html')))
    throw new ProgramFailure('webNotBuilt', [])
  const seal = await openSeal(configuration, folder)
  const poolOf = (role: WorkingRole) =>
    openDatabase({ url: logins.urlOf(role), role, maxConnections: connections[role], applicationName: role })
  const app = poolOf('stella_app')
  const workers = poolOf('stella_worker')
  const accounts = poolOf('stella_accounts')
  const support = poolOf('stella_support')
  // Nothing is counted that nobody reads.
  const metrics =
    configuration.metricsPort === undefined ? undefined : openMetrics(support, configuration.backups.folder)
  const openBooks = eBoekhoudenAt(soapUrl, { onExchange: metrics?.onExchange })
  const backupsFolder = configuration.backups.folder
  const letters = poolOf('stella_mail')
  const secret = sessionSecret(configuration.secretKey, folder.sessionSecretFile)
  const linkKey = shareLinkKey(secret)
  const mail = await startMail({
    database: letters,
    post: postOf(configuration, folder),
    seal,
    mailbox: mailboxOf(configuration.mail.mailboxUrl),
    reach: { ...systemReach, privately: configuration.mail.privateServers === true },
    publicUrl: configuration.publicUrl,
    shareLinkKey: linkKey,
    log: partLog(log, 'mail'),
  })
  const transfer = await startTransfer({
    jobs: mail.jobs,
    database: app,
    customerChanged,
    log: partLog(log, 'transfer'),
    now: () => new Date(systemClock.now()),
  })
  const worker = startWorker({
    database: workers,
    openBooks,
    seal,
    clock: systemClock,
    chance: systemChance,
    log: partLog(log, 'worker'),
    notices: mail.notices,
  })
  const retention = startRetention({
    database: workers,
    clock: systemClock,
    log: partLog(log, 'retention'),
  })
  const api = await createApi({
    databases: { app, accounts, support },
    bookkeeping: { openBooks, seal, clock: systemClock, wake: () => worker.wake() },
    mailing: mail.messages,
    imports: transfer.imports,
    exports: transfer.exports,
    caseLetters: mail.caseLetters,
    shareLinkKey: linkKey,
    secret,
    newerSecrets: newerSecrets(configuration.secretKey),
    log,
    letters: mail.accountLetters,
    backups: backupsFolder === undefined ? undefined : () => standingOfBackups(backupsFolder),
    webFolder: screens === 'built' ? webFolder : undefined,
    publicUrl: configuration.publicUrl,
    supportAddress: configuration.supportAddress,
    trustedProxies: configuration.trustedProxies,
    supportNeedsSecondFactor: configuration.books.kind === 'service',
  })
  let figures: MetricsServer | undefined
  return {
    database: app,
    async listen() {
      const { host, metricsPort, port } = configuration
      if (metrics !== undefined && metricsPort !== undefined)
        figures = await serveMetrics(metrics, { host, port: metricsPort, log: partLog(log, 'metrics') })
      await api.listen({ host, port }).catch((error) => {
        throw failureOfListening(error, host, port, 'PORT')
      })
    },
    close: async () => {
      await api.close()
    },
    async stop() {
      await figures?.close()
      await worker.stop()
      await retention.stop()
      await transfer.stop()
      await mail.stop()
      await Promise.all([app, workers, accounts, support, letters].map((database) => database.close()))
    },
  }
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

function postOf({ mail }: Configuration, folder: DataFolder): Post {
  const { from, serverUrl } = mail
  if (serverUrl === undefined) return folderPost({ folder: folder.mailFolder, from })
  return smtpPost({ url: serverUrl, from })
}
