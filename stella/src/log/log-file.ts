import { type Logger, pino } from 'pino'
import type { Configuration } from '../configuration/configuration.ts'
import { rotateWhenLarge } from './rotation.ts'

/** Names under which a secret could reach the log, however deep the object is that carries it (two levels). */
const secretNames = [
  'password',
  'securityCode1',
  'securityCode2',
  'code1',
  'code2',
  'credentials',
  'token',
  'secret',
  'secretKey',
  'sessionId',
  'authorization',
  'cookie',
  '["x-api-key"]',
  '["set-cookie"]',
]
const at = (prefix: string) => (name: string) =>
  name.startsWith('[') ? `${prefix}${name}` : `${prefix}.${name}`
const redactedPaths = [...secretNames, ...secretNames.map(at('*')), ...secretNames.map(at('*.*'))]

const everyMinute = 60_000

export interface LogFile {
  log: Logger
  close(): void
}

/** The program's log: JSON lines in a file, without secrets, moved aside when it grows large. */
export function openLog(file: string, level: Configuration['logLevel']): LogFile {
  rotateWhenLarge(file)
  const destination = pino.destination({ dest: file, append: true, mode: 0o600, sync: true })
  const rotating = setInterval(() => {
    if (rotateWhenLarge(file)) destination.reopen()
  }, everyMinute)
  rotating.unref()
  const log = pino(
    { level, base: null, redact: { paths: redactedPaths, censor: '[weggelaten]' } },
    destination,
  )
  return {
    log,
    close() {
      clearInterval(rotating)
      destination.flushSync()
      destination.end()
    },
  }
}
