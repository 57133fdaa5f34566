import type { IncomingMessage } from 'node:http'

export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase()
  return name === 'localhost' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name)
}

/**
 * Whether the request names a host the sandbox goes by. A page elsewhere that points its own name at 127.0.0.1
 * would otherwise read the codes from a visitor's machine.
 */
export function namesThisHost(request: IncomingMessage, listensOn: string, publicUrl: string): boolean {
  if (!isLoopback(listensOn)) return true
  const host = request.headers.host ?? ''
  const name = host.replace(/:\d+$/, '')
  return isLoopback(name) || host.toLowerCase() === new URL(publicUrl).host.toLowerCase()
}

/**
 * Whether a request that changes something comes from the sandbox's own pages, or from no page at all. Browsers say
 * so in Sec-Fetch-Site; their Origin may then be `null`, by the page's policy for referrers. Older ones have Origin
 * alone, and programs neither.
 */
export function comesFromOwnPages(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const { origin, host } = request.headers
  if (origin === undefined) return true
  try {
    return new URL(origin).host === host
  } catch {
    return false
  }
}
