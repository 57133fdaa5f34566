import { type Database, inPerson } from '@stella/database'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { ApiError } from '../http/api-error.ts'
import { cookieOf } from '../http/cookies.ts'
import type { Authentication } from './authentication.ts'
import { isRefusal } from './refusal.ts'

/** What a browser keeps between the password and the code; it lets nobody in. */
const challengeCookie = 'stella.two_factor'

/** Whether this `Set-Cookie` is that of a challenge: the session that stands beside it is ended already. */
export function isChallengeCookie(cookie: string): boolean {
  return cookie.startsWith(`${challengeCookie}=`)
}

/** Somebody who gave their password and is asked for a code. */
export type Challenge = { userId: string; headers: Headers }

/** Who is asked for a code. @throws ApiError `sign_in_expired` */
export async function challengeIn(
  authentication: Authentication,
  request: FastifyRequest,
): Promise<Challenge> {
  const cookie = cookieOf(request, challengeCookie)
  const [identifier = ''] = decoded(cookie ?? '').split('.')
  const { internalAdapter } = await authentication.$context
  const asked = identifier === '' ? null : await internalAdapter.findVerificationValue(identifier)
  if (!asked || asked.expiresAt <= new Date()) throw new ApiError('sign_in_expired')
  return { userId: asked.value, headers: new Headers({ cookie: `${challengeCookie}=${cookie}` }) }
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}

/** A code as somebody typed it: six digits of the app, or one of the recovery codes. */
export type Code = { kind: 'app' | 'recovery'; digits: string }

/** Reads what was typed; the app shows its digits with a space between, and a recovery code may come without its dash. */
export function readCode(typed: string): Code {
  const digits = typed.replaceAll(/\s/g, '')
  if (/^\d{6}$/.test(digits)) return { kind: 'app', digits }
  const letters = digits.replaceAll('-', '')
  return { kind: 'recovery', digits: `${letters.slice(0, 5)}-${letters.slice(5)}` }
}

/** Signs in with a code. @throws ApiError `invalid_fields`, `sign_in_expired`, `too_many_guesses`, `sign_in_refused` */
export async function verifyChallenged(
  { api }: Authentication,
  { headers }: Challenge,
  { kind, digits: code }: Code,
) {
  try {
    const input = { body: { code }, headers, returnHeaders: true } as const
    return kind === 'app' ? await api.verifyTOTP(input) : await api.verifyBackupCode(input)
  } catch (error) {
    throw refusalOfCode(error)
  }
}

/** Turns a second factor on with the first code of the app. @throws ApiError `invalid_fields` */
export async function confirmWith({ api }: Authentication, headers: Headers, code: string) {
  try {
    return await api.verifyTOTP({ body: { code }, headers, returnHeaders: true })
  } catch (error) {
    throw refusalOfCode(error)
  }
}

function refusalOfCode(error: unknown): unknown {
  const is = (...codes: string[]) => codes.some((code) => isRefusal(error, code))
  if (is('INVALID_CODE', 'INVALID_BACKUP_CODE')) return codeWrong()
  if (is('INVALID_TWO_FACTOR_COOKIE', 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE', 'TOTP_NOT_ENABLED'))
    return new ApiError('sign_in_expired')
  if (is('ACCOUNT_TEMPORARILY_LOCKED'))
    return new ApiError('too_many_guesses', { retryAfterSeconds: lockSeconds })
  return is('BANNED_USER') ? new ApiError('sign_in_refused') : error
}

/** As long as better-auth refuses codes of an account after ten wrong ones. */
const lockSeconds = 900

function codeWrong(): ApiError {
  return new ApiError('invalid_fields', { fields: [{ path: 'code', code: 'code_wrong' }] })
}

export type SecondFactor = { since: Date; recoveryCodesMadeAt: Date }

/** The second factor of a person; null where it was never confirmed. */
export function findSecondFactor(accounts: Database, userId: string): Promise<SecondFactor | null> {
  return inPerson(accounts, userId, async (tx) => {
    const { rows } = await sql<SecondFactor>`
      select created_at as since, recovery_codes_made_at as "recoveryCodesMadeAt"
      from accounts.two_factor where user_id = ${userId} and verified`.execute(tx)
    return rows[0] ?? null
  })
}

/** When the codes that hold now were made. */
export function noteRecoveryCodesMade(accounts: Database, userId: string): Promise<void> {
  return inPerson(accounts, userId, async (tx) => {
    await sql`
      update accounts.two_factor set recovery_codes_made_at = now() where user_id = ${userId}`.execute(tx)
  })
}
