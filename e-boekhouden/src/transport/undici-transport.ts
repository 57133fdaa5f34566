import { Pool } from 'undici'
import type { AbortSignalLike } from '../call-options.ts'
import { connectionFailure, systemCodeOf } from './connection-failure.ts'
import { receiveAnswer } from './receive-answer.ts'
import type { Transport, TransportAnswer, TransportRequest } from './transport.ts'
import { TransportFailure } from './transport.ts'

export type TransportOptions = {
  /** Address of the SOAP service. Left out: the real one, over https. */
  url?: string | undefined
  /** Milliseconds until a connection must stand, TLS included. 5,000 unless given. */
  connectTimeoutMs?: number | undefined
  /**
   * Milliseconds for one request, from being offered to the last byte of its answer, the wait for a free
   * connection included. 30,000 unless given.
   */
  totalTimeoutMs?: number | undefined
  /** An answer of more bytes is refused. 4 MiB unless given. */
  maxAnswerBytes?: number | undefined
  /** The most connections that are open at once. 64 unless given. */
  connections?: number | undefined
}

export const serviceUrl = 'https://soap.e-boekhouden.nl/soap.asmx'

/**
 * A pool of kept-alive connections to the service. Redirects are not followed: they would carry the codes to
 * an address that nobody chose. Throws a TypeError for an address that cannot be used.
 */
export function createTransport(options: TransportOptions = {}): Transport {
  const url = checkedUrl(options.url ?? serviceUrl)
  const totalTimeoutMs = options.totalTimeoutMs ?? defaultTotalTimeoutMs
  const maxAnswerBytes = options.maxAnswerBytes ?? defaultMaxAnswerBytes
  const pool = new Pool(url.origin, {
    connections: options.connections ?? defaultConnections,
    connect: { timeout: options.connectTimeoutMs ?? defaultConnectTimeoutMs },
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
      const path = `${url.pathname}${url.search}`
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

/** Longer: a dead address is noticed late. Shorter: a slow mobile line never connects. */
const defaultConnectTimeoutMs = 5_000

/** Longer: a worker is held by a service that hangs. Shorter: slow bookings end with an unknown outcome. */
const defaultTotalTimeoutMs = 30_000

/**
 * Five hundred mutations take half a megabyte, five thousand relations some four. An answer is held three times
 * while it is read: in pieces, whole, and as text. Larger: a broken service takes more than some 25 MB for each
 * call. Smaller: an administration with many relations cannot be read at once.
 */
const defaultMaxAnswerBytes = 4 * 1024 * 1024

/** A bound on what a slow service can make us hold open. */
const defaultConnections = 64

/**
 * How long an idle connection is kept. It has to be shorter than what the servers in use grant (5 s and
 * more): a request on a connection that the other side is just closing ends with an unknown outcome.
 */
const keepAliveMs = 4_000

/** As `URL` writes hosts, in lower case; with dots at its end a name still leads to the same host. */
const serviceHost = /(^|\.)e-boekhouden\.(nl|be)\.*$/

/** The WSDL of the service gives its address as http, by which the codes would travel in clear. */
function checkedUrl(address: string): URL {
  const url = new URL(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new TypeError('the address must be https or http')
  if (url.protocol === 'http:' && serviceHost.test(url.hostname)) {
    throw new TypeError('e-Boekhouden.nl is reached over https only')
  }
  if (url.username !== '' || url.password !== '')
    throw new TypeError('the address must hold no user or password')
  return url
}
