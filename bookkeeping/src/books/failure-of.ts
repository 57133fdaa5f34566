import { isEBoekhoudenError } from '@stella/e-boekhouden'
import type { RemoteFailure } from '../causes/remote-failure.ts'

/**
 * An error of the client as the engine judges it. What is not one of the client's is a mistake of ours, at a
 * point nobody knows: the outcome is unknown.
 */
export function failureOf(error: unknown): RemoteFailure {
  if (!isEBoekhoudenError(error)) return { kind: 'no_answer', throttled: false }
  switch (error.kind) {
    case 'not_sent':
      return { kind: 'not_sent' }
    case 'outcome_unknown':
      return { kind: 'no_answer', throttled: isThrottled(error.httpStatus, error.retryAfterSeconds) }
    case 'fault':
      return { kind: 'fault' }
    case 'session':
      return { kind: 'session' }
    case 'credentials':
      return { kind: 'credentials', code: error.code }
    case 'call_limit':
      return { kind: 'call_limit', code: error.code }
    case 'rejected':
      return { kind: 'rejected', code: error.code }
    case 'invalid_request':
      return { kind: 'invalid_request', code: error.field, tooLong: error.problem === 'too_long' }
  }
}

function isThrottled(httpStatus: number | null, retryAfterSeconds: number | null): boolean {
  return httpStatus === 429 || retryAfterSeconds !== null
}
