import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { cookieOf } from '../http/cookies.ts'

/** A browser in which an account was signed in to. Not a session: it lets nobody in. */
const deviceCookie = 'stella.device'

/** Browsers keep no cookie longer than 400 days; each sign-in begins anew. */
const lifeSeconds = 400 * 24 * 3600

/** The name of the browser when this account was signed in to with it before; null otherwise. */
export function knownDevice(request: FastifyRequest, secret: string, email: string): string | null {
  const [name = '', mark = ''] = (cookieOf(request, deviceCookie) ?? '').split('.')
  const expected = markOf(secret, name, email)
  const given = Buffer.from(mark, 'base64url')
  return given.length === expected.length && timingSafeEqual(given, expected) ? name : null
}

/** The Set-Cookie header that makes a browser known for an account. It is sent where one signs in, and nowhere else. */
export function rememberDevice(secret: string, email: string): string {
  const name = randomBytes(16).toString('base64url')
  const mark = markOf(secret, name, email).toString('base64url')
  return `${deviceCookie}=${name}.${mark}; Max-Age=${lifeSeconds}; Path=/api/session; HttpOnly; SameSite=Lax`
}

function markOf(secret: string, name: string, email: string): Buffer {
  return createHmac('sha256', secret).update(`device ${name} of ${email.trim().toLowerCase()}`).digest()
}
