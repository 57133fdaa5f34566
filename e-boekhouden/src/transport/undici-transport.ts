import { Pool } from 'undici'
import type { AbortSignalLike } from '../service/abort-signal.ts'
import { connectionFailure, systemCodeOf } from './connection-failure.ts'
import { receiveAnswer } from './receive-answer.ts'
import type { Transport, TransportAnswer, TransportRequest } from './transport.ts'
import { TransportFailure } from './transport.ts'
import type { TransportOptions } from './transport-options.ts'
import { transportSettings } from './transport-options.ts'

/**
 * A pool of kept-alive connections to the service. Redirects are not followed: they would carry the codes to
 * an address that nobody chose. Throws an InvalidOptionError, which names the option, for any that cannot be used.
 */
export function createTransport(options: TransportOptions = {}): Transport {
  const { origin, path, connectTimeoutMs, totalTimeoutMs, maxAnswerBytes, connections } =
    transportSettings(options)
  const pool = new Pool(origin, {
    connections,
    connect: { timeout: connectTimeoutMs },
    keepAliveTimeout: keepAliveMs,
    pipelining: 1,
    allowH2: false,
    // The total time-out below covers both of these.
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  let closing: Promise<void> | null = null

  function send(request: TransportRequest, signal?: AbortSignalLike): Promise<TransportAnswer> {
    if (signal?.aborted) return Promise.reject(new TransportFailure({ sent: false, reason: 'aborted' }))
    if (closing) return Promise.reject(new TransportFailure({ sent: false, reason: 'closed' }))
    return new Promise((resolve, reject) => {
      const { headers, body, isEnough } = request
      const receiver = receiveAnswer({ maxAnswerBytes, totalTimeoutMs, signal, isEnough, resolve, reject })
      try {
        pool.dispatch({ path, method: 'POST', headers: { ...headers }, body }, receiver.handler)
      } catch (error) {
        receiver.refuse(connectionFailure(systemCodeOf(error)))
      }
    })
  }

  return {
    send,
    close() {
      closing ??= pool.close()
      return closing
    },
  }
}

/**
 * How long an idle connection is kept. It has to be shorter than what the servers in use grant (5 s and
 * more): a request on a connection that the other side is just closing ends with an unknown outcome.
 */
const keepAliveMs = 4_000
