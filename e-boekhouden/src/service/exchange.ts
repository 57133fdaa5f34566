import type { EBoekhoudenError } from '../errors/errors.ts'
import { FaultError, isEBoekhoudenError, NotSentError, OutcomeUnknownError } from '../errors/errors.ts'
import type { Redaction } from '../redaction/redaction.ts'
import type { SoapVersion } from '../soap/envelope.ts'
import { writeRequest } from '../soap/envelope.ts'
import { readAnswer } from '../soap/read-answer.ts'
import type { Transport, TransportAnswer } from '../transport/transport.ts'
import { TransportFailure } from '../transport/transport.ts'
import type { RequestOf, ResultOf } from '../wire/operations.ts'
import { decodeForReading } from '../xml/decode-answer.ts'
import { refusedAlready } from '../xml/refused-already.ts'
import type { AbortSignalLike } from './abort-signal.ts'
import type { OperationName } from './operation-names.ts'

/** One request with its answer, without the three codes, the session id and the sign-in token. */
export type RedactedExchange = {
  operation: OperationName
  startedAt: Date
  durationMs: number
  /** The whole XML that was sent, or would have been. */
  request: string
  /** What came back, at most half a million characters of it; null when nothing did. */
  answer: string | null
  httpStatus: number | null
  /** Null when the call succeeded. */
  error: { kind: EBoekhoudenError['kind']; code: string | null; reason: string | null } | null
}

/** Makes one call over HTTP. Rejects with an `EBoekhoudenError` and nothing else. */
export type Exchange = <O extends OperationName>(
  operation: O,
  content: RequestOf<O>,
  signal?: AbortSignalLike,
) => Promise<ResultOf<O>>

export function createExchange(parts: {
  transport: Transport
  redaction: Redaction
  soapVersion: SoapVersion
  maxAnswerElements: number
  onExchange: ((exchange: RedactedExchange) => void) | undefined
  now: () => number
}): Exchange {
  const { transport, redaction, soapVersion, maxAnswerElements, onExchange, now } = parts

  return async (operation, content, signal) => {
    const startedAt = now()
    const request = writeRequest(operation, content, soapVersion)
    let answer: TransportAnswer | null = null
    let failure: EBoekhoudenError | null = null
    try {
      answer = await transport.send({ ...request, isEnough: refusedAlready(maxAnswerElements) }, signal)
      return await readAnswer(operation, answer, { redaction, maxElements: maxAnswerElements, now: now() })
    } catch (error) {
      if (error instanceof TransportFailure) answer = error.received
      failure = asServiceError(operation, error, answer)
      throw failure
    } finally {
      if (onExchange) report(onExchange, { operation, startedAt, request: request.body, answer, failure })
    }
  }

  function report(
    hook: (exchange: RedactedExchange) => void,
    seen: {
      operation: OperationName
      startedAt: number
      request: string
      answer: TransportAnswer | null
      failure: EBoekhoudenError | null
    },
  ): void {
    callHook(hook, () => ({
      operation: seen.operation,
      startedAt: new Date(seen.startedAt),
      durationMs: now() - seen.startedAt,
      request: redaction.redact(seen.request),
      answer: seen.answer && redaction.redact(textOf(seen.answer)),
      httpStatus: seen.answer?.status ?? null,
      error: seen.failure && summaryOf(seen.failure),
    }))
  }
}

/**
 * Whatever goes wrong in the caller's hook, clock or transport must not turn a call that succeeded into one that
 * failed.
 */
function callHook(hook: (exchange: RedactedExchange) => unknown, exchange: () => RedactedExchange): void {
  try {
    const returned = hook(exchange())
    if (returned instanceof Promise) returned.catch(() => undefined)
  } catch {}
}

/** More would hold up the process while secrets are looked for, and nobody reads so far. */
const mostCharactersShown = 512 * 1024

function textOf({ body, contentType, contentEncoding }: TransportAnswer): string {
  if (contentEncoding !== null && contentEncoding !== 'identity') return '(compressed)'
  return decodeForReading(body, contentType).slice(0, mostCharactersShown)
}

function summaryOf(error: EBoekhoudenError): RedactedExchange['error'] {
  return {
    kind: error.kind,
    code: 'code' in error ? error.code : 'faultCode' in error ? error.faultCode : null,
    reason: 'reason' in error ? error.reason : null,
  }
}

/** Once the request may have left, anything that is not understood leaves the outcome open. */
function asServiceError(
  operation: OperationName,
  error: unknown,
  answer: TransportAnswer | null,
): EBoekhoudenError {
  if (isEBoekhoudenError(error)) return error
  const httpStatus = answer?.status ?? null
  if (!(error instanceof TransportFailure)) {
    return new OutcomeUnknownError(operation, { reason: 'unreadable', httpStatus })
  }
  const { failure, systemCode } = error
  if (!failure.sent) return new NotSentError(operation, { reason: failure.reason, systemCode })
  return new OutcomeUnknownError(operation, {
    reason: failure.reason,
    systemCode,
    httpStatus,
  })
}

/** What a failed opening means for the call that needed it: it was not sent. */
export function failedOpening(operation: OperationName, error: unknown): EBoekhoudenError {
  if (error instanceof NotSentError) {
    return new NotSentError(operation, { reason: error.reason, systemCode: error.systemCode })
  }
  if (error instanceof FaultError || error instanceof OutcomeUnknownError) {
    return new NotSentError(operation, { reason: 'session_not_opened', opening: error })
  }
  return isEBoekhoudenError(error) ? error : new NotSentError(operation, { reason: 'session_not_opened' })
}
