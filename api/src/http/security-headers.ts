import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isOverTls } from './tls.ts'

/**
 * What a page of Stella may do: load and call what comes from Stella itself, and nothing else. Styles may be
 * inline because Mantine sets them on elements; scripts may not.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "img-src 'self' data: blob:",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
].join('; ')

export const headersOfEveryAnswer = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const

/**
 * For a year nobody comes here without TLS, not even by a link of before. Of this host alone: what else stands under the
 * same domain is not ours to decide. An installation may be plain http, and then says nothing.
 */
const onlyOverTls = 'max-age=31536000'

/** One set of headers, made once: a plugin that makes them for each answer costs more than half the throughput. */
export function sendSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    setSecurityHeaders(request, reply)
  })
}

export function setSecurityHeaders(request: FastifyRequest, reply: FastifyReply): void {
  reply.headers(headersOfEveryAnswer)
  if (isOverTls(request)) reply.header('strict-transport-security', onlyOverTls)
  // Answers hold a business's figures: no cache may keep them.
  if (isApi(request.url)) reply.header('cache-control', 'no-store')
}

export function isApi(url: string): boolean {
  return url === '/api' || url.startsWith('/api/') || url.startsWith('/api?')
}
