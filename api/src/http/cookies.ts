import type { FastifyReply, FastifyRequest } from 'fastify'
import { isOverTls } from './tls.ts'

/**
 * Over TLS a cookie of the whole site has this before its name: a browser takes it from this very host alone, over TLS,
 * so that no neighbour under the same domain, and nobody on an unsafe line, puts one of theirs in its place
 * (RFC 6265bis, 4.1.3.2).
 */
const hostPrefix = '__Host-'

/** Those are cookies of the whole site; that of a known browser goes to one path. */
const ofWholeSite = /;\s*path=\/(;|$)/i

/** The value of a cookie of the whole site as it was sent, or null. */
export function cookieOf(request: FastifyRequest, name: string): string | null {
  return namedCookie(request, isOverTls(request) ? `${hostPrefix}${name}` : name)
}

/** The value of any cookie of this name, or null. */
export function namedCookie(request: FastifyRequest, name: string): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const cookie = part.trim()
    if (cookie.startsWith(`${name}=`)) return cookie.slice(name.length + 1) || null
  }
  return null
}

/** Sends cookies on, over TLS for that alone. */
export function forwardCookies(
  request: FastifyRequest,
  reply: FastifyReply,
  cookies: readonly string[],
): void {
  const secured = isOverTls(request) ? overTls : (cookie: string) => cookie
  for (const cookie of cookies) reply.header('set-cookie', secured(cookie))
}

function overTls(cookie: string): string {
  return `${ofWholeSite.test(cookie) ? hostPrefix : ''}${cookie}; Secure`
}
