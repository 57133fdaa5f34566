import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Database } from '@stella/database'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { namedCookie } from '../http/cookies.ts'

/** A browser in which accounts were signed in to, with a mark for each. Not a session: it lets nobody in. */
const deviceCookie = 'stella.device'

/** Browsers keep no cookie longer than 400 days; each sign-in begins anew. */
const lifeSeconds = 400 * 24 * 3600

/** Whoever shares a browser, or has an account for each business: more are told that it is new. */
const mostAccounts = 8

/** The name of the browser when this account was signed in to with it before; null otherwise. */
export function knownDevice(request: FastifyRequest, secret: string, email: string): string | null {
  const { name, marks } = deviceIn(request)
  const expected = markOf(secret, name, email)
  return marks.some((mark) => isSame(mark, expected)) ? name : null
}

/** The Set-Cookie header that makes a browser known for an account. It is sent where one signs in, and nowhere else. */
export function rememberDevice(request: FastifyRequest, secret: string, email: string): string {
  const known = deviceIn(request)
  const name = known.marks.length > 0 ? known.name : randomBytes(16).toString('base64url')
  const mark = markOf(secret, name, email)
  const others = known.marks.filter((other) => !isSame(other, mark)).slice(0, mostAccounts - 1)
  const value = [name, mark, ...others].join('.')
  return `${deviceCookie}=${value}; Max-Age=${lifeSeconds}; Path=/api/session; HttpOnly; SameSite=Lax`
}

/**
 * Notes that an account is used. Returns whether it is for the first time: what was never used anywhere has no new
 * places.
 */
export async function noteFirstSignIn(accounts: Database, userId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update accounts."user" set first_signed_in_at = now()
    where id = ${userId} and first_signed_in_at is null`.execute(accounts.kysely)
  return numAffectedRows === 1n
}

function deviceIn(request: FastifyRequest): { name: string; marks: string[] } {
  const [name = '', ...marks] = (namedCookie(request, deviceCookie) ?? '').split('.')
  return { name, marks: marks.slice(0, mostAccounts) }
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}

function markOf(secret: string, name: string, email: string): string {
  return createHmac('sha256', secret)
    .update(`device ${name} of ${email.trim().toLowerCase()}`)
    .digest('base64url')
}
