import { constants } from 'node:buffer'
import { InvalidOptionError, numberOption, objectOption, textOption } from '../checks/check-options.ts'

export type TransportOptions = {
  /** Address of the SOAP service. Left out: the real one, over https. */
  url?: string | undefined
  /** Milliseconds until a connection must stand, TLS included; 1 to 2,147,483,647. 5,000 unless given. */
  connectTimeoutMs?: number | undefined
  /**
   * Milliseconds for one request, from being offered to the last byte of its answer, the wait for a free
   * connection included; 1 to 2,147,483,647. 30,000 unless given.
   */
  totalTimeoutMs?: number | undefined
  /** An answer of more bytes is refused; 1 to 536,870,888, the longest text that there is. 4 MiB unless given. */
  maxAnswerBytes?: number | undefined
  /** The most connections that are open at once; 1 to 65,535, the ports that there are. 64 unless given. */
  connections?: number | undefined
}

export type TransportSettings = {
  /** Of the address: scheme, host and port. */
  origin: string
  /** Of the address: path and query. */
  path: string
  connectTimeoutMs: number
  totalTimeoutMs: number
  maxAnswerBytes: number
  connections: number
}

export const serviceUrl = 'https://soap.e-boekhouden.nl/soap.asmx'

/** The options with what stands for those left out. Throws an InvalidOptionError for any that cannot be used. */
export function transportSettings(options: TransportOptions): TransportSettings {
  const { url, connectTimeoutMs, totalTimeoutMs, maxAnswerBytes, connections } = objectOption(
    'options',
    options,
  )
  const { origin, pathname, search } = checkedUrl(url === undefined ? serviceUrl : textOption('url', url))
  return {
    origin,
    path: `${pathname}${search}`,
    connectTimeoutMs: numberOption('connectTimeoutMs', connectTimeoutMs, {
      unless: defaultConnectTimeoutMs,
      to: longestTimerMs,
      fractions: true,
    }),
    totalTimeoutMs: numberOption('totalTimeoutMs', totalTimeoutMs, {
      unless: defaultTotalTimeoutMs,
      to: longestTimerMs,
      fractions: true,
    }),
    maxAnswerBytes: numberOption('maxAnswerBytes', maxAnswerBytes, {
      unless: defaultMaxAnswerBytes,
      to: constants.MAX_STRING_LENGTH,
    }),
    connections: numberOption('connections', connections, { unless: defaultConnections, to: mostPorts }),
  }
}

/** Node ends a timer of more after one millisecond. */
const longestTimerMs = 2 ** 31 - 1

const mostPorts = 65_535

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

/** As `URL` writes hosts, in lower case; with dots at its end a name still leads to the same host. */
const serviceHost = /(^|\.)e-boekhouden\.(nl|be)\.*$/

/** The WSDL of the service gives its address as http, by which the codes would travel in clear. */
function checkedUrl(address: string): URL {
  if (!URL.canParse(address)) throw new InvalidOptionError('url', 'not_an_address')
  const url = new URL(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new InvalidOptionError('url', 'not_an_address', ' (https or http)')
  }
  if (url.protocol === 'http:' && serviceHost.test(url.hostname)) {
    throw new InvalidOptionError('url', 'not_https')
  }
  if (url.username !== '' || url.password !== '') {
    throw new InvalidOptionError('url', 'holds_user_or_password')
  }
  return url
}
