import type { Server } from 'node:http'
import type { FastifyHttpOptions } from 'fastify'
import { answerUnroutable } from './error-handler.ts'
import { answerUnreadable } from './unreadable-requests.ts'

/** How long a request may take to come in, in milliseconds. */
export type Patience = {
  headersMs: number
  /** The whole of it, headers and body. */
  requestMs: number
  /** How often it is looked who is late. */
  checkEveryMs: number
}

/**
 * Whoever is slower holds a connection for nothing. The largest body is 1 MB, which takes 40 seconds at 200 kbit/s,
 * a bad phone line; headers are a few kilobytes. Answers, such as the stream of the log, may take as long as they do.
 */
const defaultPatience: Patience = { headersMs: 20_000, requestMs: 60_000, checkEveryMs: 5_000 }

/** The largest body, for whoever is known; strangers get less (body-parser.ts). An invoice of 1,000 lines is 300 kB. */
const largestBody = 1_048_576

/** What the server under the API refuses by itself, and that it refuses as the API does. */
export function serverOptions(patience: Patience = defaultPatience) {
  return {
    bodyLimit: largestBody,
    requestTimeout: patience.requestMs,
    http: {
      headersTimeout: patience.headersMs,
      connectionsCheckingInterval: patience.checkEveryMs,
      // Refused in a hook, with a body.
      requireHostHeader: false,
    },
    clientErrorHandler: answerUnreadable,
    frameworkErrors: answerUnroutable,
  } satisfies FastifyHttpOptions<Server>
}
