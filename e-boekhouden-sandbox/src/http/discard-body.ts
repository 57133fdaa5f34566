import type { IncomingMessage } from 'node:http'
import { largestRequest } from '../xml/limits.ts'

/** A request of twice the size that is taken is still read to its end, so that any client comes to the answer. */
const mostBytes = largestRequest
/** Time for a caller to send the rest, to see the answer and to stop, on a machine that may be busy. Longer: whoever
 * sends on for ever holds a connection longer, which a slow request may do for a minute. */
const mostMs = 10_000

/** Whether more of the body is to come. */
export function isBodyUnread({ complete, headers }: IncomingMessage): boolean {
  if (complete) return false
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

/**
 * Reads on without keeping anything, and then only waits, until the body or the caller has ended or the time is
 * up. Closing a connection on bytes that nobody has read resets it, and the caller may then never see the answer.
 */
export function discardBody(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let bytes = 0
    const finish = () => {
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(finish, mostMs)
    request.once('end', finish).once('close', finish)
    request.on('data', (part: Buffer) => {
      bytes += part.byteLength
      if (bytes > mostBytes) request.pause()
    })
  })
}
