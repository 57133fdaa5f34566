import type { FastifyReply, FastifyRequest } from 'fastify'

/** The value of a cookie as it was sent, or null. */
export function cookieOf(request: FastifyRequest, name: string): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const cookie = part.trim()
    if (cookie.startsWith(`${name}=`)) return cookie.slice(name.length + 1) || null
  }
  return null
}

/** Sends cookies on, marked Secure where the browser speaks https, be it with us or with the proxy before us. */
export function forwardCookies(
  request: FastifyRequest,
  reply: FastifyReply,
  cookies: readonly string[],
  publicUrl: string | undefined,
): void {
  const secure = request.protocol === 'https' || publicUrl?.startsWith('https:') === true
  for (const cookie of cookies) reply.header('set-cookie', secure ? `${cookie}; Secure` : cookie)
}
