import type { Dispatcher } from 'undici'
import type { AbortSignalLike } from '../service/abort-signal.ts'
import { connectionFailure, systemCodeOf } from './connection-failure.ts'
import type { NotSentFailure, SentFailure, TransportAnswer } from './transport.ts'
import { TransportFailure } from './transport.ts'

type Options = {
  maxAnswerBytes: number
  totalTimeoutMs: number
  signal: AbortSignalLike | undefined
  isEnough: ((piece: Uint8Array) => boolean) | undefined
  resolve: (answer: TransportAnswer) => void
  reject: (failure: TransportFailure) => void
}

/**
 * Follows one request from the queue of the pool to the end of its answer, and decides whether it was sent.
 *
 * undici calls `onRequestStart` in the same turn in which it hands the first byte to a connection that
 * stands, and hands over nothing when the request is aborted inside that call. So before the call nothing
 * was sent, and a request given up before it is aborted inside it; from the call on, bytes may be on their
 * way. undici puts a request back in its queue in rare cases when its connection closes; a second start is
 * refused, so that a request never leaves twice.
 */
export function receiveAnswer(options: Options): {
  handler: Dispatcher.DispatchHandler
  refuse(reason: NotSentFailure): void
} {
  const { signal, maxAnswerBytes, isEnough } = options
  let controller: Dispatcher.DispatchController | null = null
  let settled = false
  let head: Omit<TransportAnswer, 'body'> | null = null
  let chunks: Uint8Array[] = []
  let size = 0

  const onAbort = () => giveUp('aborted')
  const timer = setTimeout(() => giveUp('timeout'), options.totalTimeoutMs)
  signal?.addEventListener('abort', onAbort, { once: true })

  function settle(): boolean {
    if (settled) return false
    settled = true
    clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
    return true
  }

  function received(): TransportAnswer | null {
    return head && { ...head, body: Buffer.concat(chunks) }
  }

  function refuse(reason: NotSentFailure, systemCode: string | null = null): void {
    if (settle()) options.reject(new TransportFailure({ sent: false, reason }, systemCode))
  }

  function lose(reason: SentFailure, systemCode: string | null = null): void {
    if (settle()) options.reject(new TransportFailure({ sent: true, reason }, systemCode, received()))
    chunks = []
  }

  function giveUp(reason: 'timeout' | 'aborted'): void {
    if (controller === null) {
      refuse(reason)
    } else {
      lose(reason)
      controller.abort(new Error(reason))
    }
  }

  function finish(): void {
    const answer = received()
    if (answer && settle()) options.resolve(answer)
    chunks = []
  }

  function finishEarly(): void {
    finish()
    controller?.abort(new Error('enough'))
  }

  function refuseSize(): void {
    chunks = chunks.slice(0, 1)
    lose('too_large')
    controller?.abort(new Error('too large'))
  }

  const handler: Dispatcher.DispatchHandler = {
    onRequestStart(starting) {
      // The signal is asked once more, in the turn of the first byte: its event may still be on its way.
      if (signal?.aborted && controller === null) giveUp('aborted')
      if (settled || controller !== null) {
        lose('connection_lost')
        starting.abort(new Error('given up'))
      } else {
        controller = starting
      }
    },
    onResponseStart(_controller, status, headers) {
      if (status < 200) return
      head = {
        status,
        contentType: headerOf(headers['content-type']),
        contentEncoding: headerOf(headers['content-encoding']),
        retryAfter: headerOf(headers['retry-after']),
      }
      if (Number(headerOf(headers['content-length']) ?? 0) > maxAnswerBytes) refuseSize()
    },
    onResponseData(_controller, chunk) {
      if (settled) return
      size += chunk.byteLength
      if (size > maxAnswerBytes) return refuseSize()
      chunks.push(chunk)
      if (isEnough?.(chunk)) finishEarly()
    },
    onResponseEnd: finish,
    onResponseError(_controller, error) {
      const code = systemCodeOf(error)
      if (controller === null) refuse(connectionFailure(code), code)
      else lose(error.name === 'HTTPParserError' ? 'unreadable' : 'connection_lost', code)
    },
  }
  return { handler, refuse }
}

function headerOf(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value[0] : value) ?? null
}
