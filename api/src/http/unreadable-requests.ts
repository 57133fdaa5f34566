import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { ApiError } from './api-error.ts'
import type { ErrorCode } from './errors.ts'
import { problemOf } from './problem-of.ts'
import { headersOfEveryAnswer } from './security-headers.ts'
import { isRunningOut } from './unfinished-requests.ts'

const ofServer: Record<string, ErrorCode> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
}

/** What a client still sends is thrown away for this long, so that no reset overtakes the answer. */
const lingerMs = 1_000

/**
 * Answers what could not be read as a request of HTTP, or did not come in time, as every other refusal is answered,
 * and ends the connection. In Dutch: its headers were not read, or are not at hand.
 */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || isAnswering(socket) || isRunningOut(socket)) {
    socket.destroy()
    return
  }
  const refusal = new ApiError(ofServer[error.code ?? ''] ?? 'invalid_request')
  socket.end(answerOf(refusal))
  socket.on('error', () => {}).once('end', () => socket.destroy())
  socket.resume()
  setTimeout(() => socket.destroy(), lingerMs).unref()
}

/**
 * Refuses what HTTP asks a server to refuse, and an address with the character of no text, which PostgreSQL takes in
 * nothing; goes on where HTTP leaves the choice.
 */
export function refuseUnusual(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ raw, headers }) => {
    if (raw.httpVersion === '1.1' && headers.host === undefined) throw new ApiError('invalid_request')
    if (raw.url?.includes('%00') === true) throw new ApiError('invalid_request')
  })
  // RFC 9110, 10.1.1: an expectation that is not known may be left out of account.
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response))
}

/** Whether an answer has begun on the connection: a second one within it would be read as part of it. */
function isAnswering(socket: Socket & { _httpMessage?: { headersSent?: boolean } | null }): boolean {
  return socket._httpMessage?.headersSent === true
}

function answerOf(refusal: ApiError): string {
  const body = JSON.stringify(problemOf(refusal, 'nl'))
  const headers = {
    ...headersOfEveryAnswer,
    'cache-control': 'no-store',
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}\r\n${lines.join('')}\r\n${body}`
}
