import type { FastifyRequest } from 'fastify'
import { ApiError } from './api-error.ts'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a write that another website made the browser send along with our cookie. Browsers name the sender
 * in Origin or Sec-Fetch-Site; whoever sends neither is no browser, and so carries nobody else's cookie.
 *
 * @throws ApiError `foreign_origin`
 */
export function requireOwnOrigin(request: FastifyRequest, publicUrl: string | undefined): void {
  if (reading.has(request.method)) return
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  const own = origin === undefined ? site === undefined || site === 'same-origin' : isOwn(origin)
  if (!own) throw new ApiError('foreign_origin')

  function isOwn(from: string): boolean {
    if (publicUrl !== undefined && URL.canParse(publicUrl) && new URL(publicUrl).origin === from) return true
    return URL.canParse(from) && new URL(from).host === request.host
  }
}
