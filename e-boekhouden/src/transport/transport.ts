import type { AbortSignalLike } from '../service/abort-signal.ts'

/** One HTTP POST to the service. */
export type TransportRequest = {
  headers: Readonly<Record<string, string>>
  body: string
  /**
   * Told of each piece of the answer as it comes; from true on the rest need not be read, and the answer ends with
   * that piece. A transport may leave it out.
   */
  isEnough?: ((piece: Uint8Array) => boolean) | undefined
}

export type TransportAnswer = {
  status: number
  contentType: string | null
  contentEncoding: string | null
  retryAfter: string | null
  body: Uint8Array
}

/**
 * Carries requests to the service. A transport rejects with a `TransportFailure` and with nothing else, and
 * never sends a request twice. One transport can serve the clients of many administrations.
 */
export type Transport = {
  send(request: TransportRequest, signal?: AbortSignalLike): Promise<TransportAnswer>
  /** Waits for what is under way, then closes the connections. */
  close(): Promise<void>
}

export type NotSentFailure =
  | 'refused'
  | 'dns'
  | 'tls'
  | 'unreachable'
  | 'connect_timeout'
  | 'timeout'
  | 'aborted'
  | 'closed'

export type SentFailure = 'timeout' | 'aborted' | 'connection_lost' | 'unreadable' | 'too_large'

/**
 * A request without a whole answer. With `sent: false` no byte of it was handed to a connection; with
 * `sent: true` some may have been, and the service may have acted on them.
 */
export class TransportFailure extends Error {
  readonly failure: { sent: false; reason: NotSentFailure } | { sent: true; reason: SentFailure }
  /** The system's own code where there is one, such as `ECONNREFUSED`. */
  readonly systemCode: string | null
  /** What had come of the answer, if anything. */
  readonly received: TransportAnswer | null

  constructor(
    failure: TransportFailure['failure'],
    systemCode: string | null = null,
    received: TransportAnswer | null = null,
  ) {
    super(failure.sent ? `sent, ${failure.reason}` : `not sent, ${failure.reason}`)
    this.name = 'TransportFailure'
    this.failure = failure
    this.systemCode = systemCode
    this.received = received
  }
}
