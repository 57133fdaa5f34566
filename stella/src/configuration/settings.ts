import { isIP } from 'node:net'
import { languages } from '@stella/texts'
import { z } from 'zod'

/** What can be wrong with one setting; the sentences stand in the texts under `program.settings`. */
export const settingProblems = [
  'notAPort',
  'notAFlag',
  'notALanguage',
  'notALogLevel',
  'notADatabaseUrl',
  'notAMailServer',
  'notAMailbox',
  'notASender',
  'notASupportAddress',
  'notAWebAddress',
  'notAnOrigin',
  'notProxies',
  'notSeconds',
  'notASecretKey',
  'notARecipient',
  'tooLong',
] as const
export type SettingProblem = (typeof settingProblems)[number]

const portNumber = z
  .string()
  .regex(/^\d{1,5}$/, problem('notAPort'))
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65_535, problem('notAPort'))

/** Longer than any load balancer takes to see that a server goes. */
const longestDrainSeconds = 300

const seconds = z
  .string()
  .regex(/^\d{1,3}$/, problem('notSeconds'))
  .transform(Number)
  .refine((value) => value <= longestDrainSeconds, problem('notSeconds'))

/** Every setting the program reads from its environment, as text, with its default. An empty one counts as unset. */
export const settings = z.object({
  PORT: port(3000),
  HOST: text('127.0.0.1'),
  PUBLIC_URL: optional(z.string().refine(isOrigin, problem('notAnOrigin'))),
  TRUSTED_PROXIES: optional(z.string().refine(areProxies, problem('notProxies'))),
  STELLA_DATA_DIR: text('.stella'),
  STELLA_SECRET_KEY: optional(z.string().refine(holdsKeys, problem('notASecretKey'))),
  STELLA_DRAIN_SECONDS: z.preprocess((value) => value ?? '0', seconds),
  STELLA_DEMO: optional(z.enum(['0', '1'], problem('notAFlag'))),
  STELLA_LANGUAGE: optional(z.enum(languages, problem('notALanguage'))),
  STELLA_LOG_LEVEL: z.preprocess(
    (value) => value ?? 'info',
    z.enum(['debug', 'info', 'warn', 'error'], problem('notALogLevel')),
  ),
  DATABASE_URL: optional(z.string().refine(isDatabaseUrl, problem('notADatabaseUrl'))),
  DATABASE_POOLER_URL: optional(z.string().refine(isDatabaseUrl, problem('notADatabaseUrl'))),
  BACKUP_FOLDER: optional(z.string()),
  BACKUP_RECIPIENT: optional(z.string().regex(/^age1[a-z0-9]{20,}$/, problem('notARecipient'))),
  BACKUP_DATABASE_URL: optional(z.string().refine(isDatabaseUrl, problem('notADatabaseUrl'))),
  SMTP_URL: optional(z.string().refine(isMailServer, problem('notAMailServer'))),
  IMAP_URL: optional(z.string().refine(isMailbox, problem('notAMailbox'))),
  MAIL_PRIVATE_SERVERS: optional(z.enum(['0', '1'], problem('notAFlag'))),
  MAIL_FROM: optional(z.string().refine(isSender, problem('notASender'))),
  SUPPORT_ADDRESS: optional(z.string().refine(isSupportAddress, problem('notASupportAddress'))),
  EBOEKHOUDEN_SOAP_URL: optional(z.string().refine(isWebAddress, problem('notAWebAddress'))),
  METRICS_PORT: optional(portNumber),
  SANDBOX_PORT: port(3900),
  SANDBOX_USERNAME: optional(codeOf(55)),
  SANDBOX_CODE1: optional(codeOf(50)),
  SANDBOX_CODE2: optional(codeOf(50)),
})

/** Settings whose value must never be repeated in a sentence, a log or a screen. */
export const secretSettings: ReadonlySet<string> = new Set([
  'STELLA_SECRET_KEY',
  'DATABASE_URL',
  'DATABASE_POOLER_URL',
  'BACKUP_DATABASE_URL',
  'SMTP_URL',
  'IMAP_URL',
  'SANDBOX_CODE1',
  'SANDBOX_CODE2',
])

function problem(code: SettingProblem): { error: SettingProblem } {
  return { error: code }
}

function optional<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional()
}

function text(standard: string) {
  return z.preprocess((value) => value ?? standard, z.string())
}

function port(standard: number) {
  return z.preprocess((value) => value ?? String(standard), portNumber)
}

/** The service takes 55 characters of a user name and 50 of a code (section 1.3 of its SOAP manual). */
function codeOf(longest: number) {
  return z.string().max(longest, problem('tooLong'))
}

function isDatabaseUrl(value: string): boolean {
  return URL.canParse(value) && /^postgres(ql)?:$/.test(new URL(value).protocol)
}

function isMailServer(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { hostname, protocol } = new URL(value)
  return /^smtps?:$/.test(protocol) && hostname !== ''
}

/** With who reads it and their password. */
function isMailbox(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { hostname, password, protocol, username } = new URL(value)
  return /^imaps?:$/.test(protocol) && hostname !== '' && username !== '' && password !== ''
}

/** An address, or a name with an address between angle brackets, on one line. */
function isSender(value: string): boolean {
  const address = /^(?:[^<>\p{Cc}]*<(?<named>[^<>]*)>|(?<bare>[^<>]*))$/u.exec(value)?.groups
  return isMailAddress(address?.named ?? address?.bare ?? '')
}

function isSupportAddress(value: string): boolean {
  return isMailAddress(value) || isWebAddress(value)
}

/** One address without a name. Whether somebody reads what is sent there, only sending shows. */
export function isMailAddress(value: string): boolean {
  return /^[^\s@,;]+@[^\s@,;]+$/.test(value)
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
}

function isOrigin(value: string): boolean {
  return isWebAddress(value) && new URL(value).origin === value.replace(/\/$/, '')
}

/** Addresses or ranges, separated by commas: `10.0.0.0/8`, `::1`. */
function areProxies(value: string): boolean {
  return value.split(',').every((part) => {
    const [address = '', bits, ...more] = part.trim().split('/')
    const version = isIP(address)
    const longest = version === 4 ? 32 : 128
    const isRange = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest)
    return version !== 0 && isRange && more.length === 0
  })
}

/** One key, or several separated by commas, the newest first; each 32 bytes. */
function holdsKeys(value: string): boolean {
  return value.split(',').every((key) => {
    const text = key.trim()
    return /^[0-9a-f]{64}$/i.test(text) || /^[A-Za-z0-9+/_-]{43}=?$/.test(text)
  })
}
