import { resolve } from 'node:path'
import type { Language, Texts } from '@stella/texts'
import type { z } from 'zod'
import { terminalLanguage } from './language.ts'
import { isMailAddress, type SettingProblem, secretSettings, settings } from './settings.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Where invoices are booked: in a sandbox of our own, or at an address that is already there. */
export type Books =
  | { kind: 'sandbox'; port: number; username?: string; codes?: { code1: string; code2: string } }
  | { kind: 'service'; soapUrl: string }

/** How letters leave: through a mail server, or not at all, and then they are kept in the data folder. */
export interface MailSettings {
  /** With user and password, where the server asks for them. */
  serverUrl?: string
  /** An address, or a name and an address. */
  from: string
  /** Where mails come back to, with user and password; undefined: nobody sees that they do. */
  mailboxUrl?: string
  /** Whether organizations may send through mail servers in a network of one's own. */
  privateServers?: boolean
}

export interface BackupSettings {
  /** Where one is put every night; undefined: only when somebody asks, in the data folder. */
  folder?: string
  /** The public key of age that they are encrypted to; undefined: that of a key in the data folder. */
  recipient?: string
  /** Of a user who may read all rows, where the one of the database may not. */
  databaseUrl?: string
}

export interface Configuration {
  port: number
  host: string
  /** The address people use, without a trailing slash; behind a reverse proxy it differs from host and port. */
  publicUrl: string
  /** Absolute. */
  dataFolder: string
  /** Undefined: the embedded server in the data folder. */
  databaseUrl?: string
  /** A pooler in transaction mode before that database; what needs a session passes it by. */
  databasePoolerUrl?: string
  /** Seconds that it goes on serving after it was told to stop, for whoever sends people here to see that it goes. */
  drainSeconds: number
  /** Keys of 32 bytes in hexadecimal or base64, the newest first; undefined: a file in the data folder. */
  secretKey?: string
  /** Where figures for Prometheus are served; undefined: nowhere. */
  metricsPort?: number
  books: Books
  mail: MailSettings
  /** Where users reach the support: a `mailto:` or a web address. Undefined: nowhere but in these words. */
  supportAddress?: string
  /** The proxies that may say who asked, besides those on this machine. */
  trustedProxies?: string
  backups: BackupSettings
  demo: boolean
  language: Language
  logLevel: 'debug' | 'info' | 'warn' | 'error'
}

export type ConfigurationResult =
  | { ok: true; configuration: Configuration }
  | { ok: false; sentences: string[] }

/** Reads and checks all settings at once, so that a person sees every mistake in one go, each in one sentence. */
export function readConfiguration(environment: Environment, texts: Texts): ConfigurationResult {
  const present = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => name in settings.shape && value !== ''),
  )
  const checked = settings.safeParse(present)
  const sentences = checked.success
    ? []
    : checked.error.issues.map((issue) => sentenceOf(issue, present, texts))
  sentences.push(...pairProblems(present, texts))
  if (!checked.success || sentences.length > 0) return { ok: false, sentences }
  const same = samePort(checked.data)
  if (same !== undefined)
    return { ok: false, sentences: [texts.program.settings.samePort(...same.settings, same.port)] }
  return { ok: true, configuration: configurationOf(checked.data, environment) }
}

/** Two settings that name one port, of those whose port is listened on. */
function samePort({ EBOEKHOUDEN_SOAP_URL, PORT, METRICS_PORT, SANDBOX_PORT }: z.infer<typeof settings>) {
  const used: [string, number | undefined][] = [
    ['PORT', PORT],
    ['METRICS_PORT', METRICS_PORT],
    ['SANDBOX_PORT', EBOEKHOUDEN_SOAP_URL === undefined ? SANDBOX_PORT : undefined],
  ]
  for (const [at, [setting, port]] of used.entries()) {
    const other = used.slice(at + 1).find(([, otherPort]) => port !== undefined && otherPort === port)
    if (other !== undefined && port !== undefined)
      return { settings: [setting, other[0]] as [string, string], port }
  }
  return undefined
}

function sentenceOf(issue: z.core.$ZodIssue, present: Environment, texts: Texts): string {
  const setting = String(issue.path[0])
  const value = secretSettings.has(setting) ? '' : (present[setting] ?? '')
  const phrases = texts.program.settings
  if (issue.code === 'too_big') return phrases.tooLong(setting, Number(issue.maximum))
  return phrases[issue.message as Exclude<SettingProblem, 'tooLong'>](setting, value)
}

/** Rules about two settings; these hold whatever else is wrong, so they are checked beside the schema. */
function pairProblems(present: Environment, texts: Texts): string[] {
  const { SANDBOX_CODE1: code1, SANDBOX_CODE2: code2 } = present
  const { codesBelongTogether, senderMissing } = texts.program.settings
  if (code1 !== undefined && code2 === undefined)
    return [codesBelongTogether('SANDBOX_CODE1', 'SANDBOX_CODE2')]
  if (code2 !== undefined && code1 === undefined)
    return [codesBelongTogether('SANDBOX_CODE2', 'SANDBOX_CODE1')]
  if (present.SMTP_URL !== undefined && present.MAIL_FROM === undefined)
    return [senderMissing('SMTP_URL', 'MAIL_FROM')]
  return []
}

function configurationOf(values: z.infer<typeof settings>, environment: Environment): Configuration {
  const publicUrl = values.PUBLIC_URL?.replace(/\/$/, '') ?? `http://${nameOf(values.HOST)}:${values.PORT}`
  return {
    port: values.PORT,
    host: values.HOST,
    publicUrl,
    dataFolder: resolve(values.STELLA_DATA_DIR),
    ...(values.DATABASE_URL === undefined ? {} : { databaseUrl: values.DATABASE_URL }),
    ...(values.DATABASE_POOLER_URL === undefined ? {} : { databasePoolerUrl: values.DATABASE_POOLER_URL }),
    drainSeconds: values.STELLA_DRAIN_SECONDS,
    ...(values.STELLA_SECRET_KEY === undefined ? {} : { secretKey: values.STELLA_SECRET_KEY }),
    ...(values.METRICS_PORT === undefined ? {} : { metricsPort: values.METRICS_PORT }),
    books: booksOf(values),
    mail: {
      ...(values.SMTP_URL === undefined ? {} : { serverUrl: values.SMTP_URL }),
      ...(values.IMAP_URL === undefined ? {} : { mailboxUrl: values.IMAP_URL }),
      ...(values.MAIL_PRIVATE_SERVERS === '1' ? { privateServers: true } : {}),
      from: values.MAIL_FROM ?? `Stella <stella@${new URL(publicUrl).hostname}>`,
    },
    ...(values.TRUSTED_PROXIES === undefined ? {} : { trustedProxies: values.TRUSTED_PROXIES }),
    ...(values.SUPPORT_ADDRESS === undefined ? {} : { supportAddress: linkTo(values.SUPPORT_ADDRESS) }),
    backups: {
      ...(values.BACKUP_FOLDER === undefined ? {} : { folder: resolve(values.BACKUP_FOLDER) }),
      ...(values.BACKUP_RECIPIENT === undefined ? {} : { recipient: values.BACKUP_RECIPIENT }),
      ...(values.BACKUP_DATABASE_URL === undefined ? {} : { databaseUrl: values.BACKUP_DATABASE_URL }),
    },
    demo:
      values.STELLA_DEMO === undefined
        ? values.EBOEKHOUDEN_SOAP_URL === undefined
        : values.STELLA_DEMO === '1',
    language: values.STELLA_LANGUAGE ?? terminalLanguage(environment),
    logLevel: values.STELLA_LOG_LEVEL,
  }
}

function booksOf(values: z.infer<typeof settings>): Books {
  if (values.EBOEKHOUDEN_SOAP_URL !== undefined)
    return { kind: 'service', soapUrl: values.EBOEKHOUDEN_SOAP_URL }
  const { SANDBOX_USERNAME: username, SANDBOX_CODE1: code1, SANDBOX_CODE2: code2 } = values
  return {
    kind: 'sandbox',
    port: values.SANDBOX_PORT,
    ...(username === undefined ? {} : { username }),
    ...(code1 === undefined || code2 === undefined ? {} : { codes: { code1, code2 } }),
  }
}

function linkTo(address: string): string {
  return isMailAddress(address) ? `mailto:${encodeURIComponent(address).replace('%40', '@')}` : address
}

/** How a browser on this computer reaches an address that a server listens on. */
function nameOf(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host)) return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
