import type { Pace } from '../retries/retry.ts'
import { type CauseClass, type CauseCode, causes } from './causes.ts'
import type { RemoteFailure } from './remote-failure.ts'
import { causeOfServiceCode, codesOfTakenNumbers } from './service-codes.ts'

export type Classified = {
  readonly cause: CauseCode
  readonly class: CauseClass
  /** The code of the service, for support; null when it gave none. */
  readonly serviceCode: string | null
  /** Whether the call may have been carried out all the same. */
  readonly mayBeDone: boolean
  /** The service says that the number or code is in use, perhaps by ourselves: look before judging. */
  readonly taken: boolean
  readonly pace: Pace
}

/** What a failure means and what kind of action it asks for: the only place where this is decided. */
export function classify(failure: RemoteFailure): Classified {
  const cause = causeOf(failure)
  return {
    cause,
    class: causes[cause].class,
    serviceCode: 'code' in failure ? failure.code : null,
    mayBeDone: failure.kind === 'no_answer' || failure.kind === 'fault',
    taken: failure.kind === 'rejected' && codesOfTakenNumbers.has(failure.code),
    pace: failure.kind === 'no_answer' && failure.throttled ? 'throttled' : 'failure',
  }
}

/** The same for a failure before anything was sent, such as while signing in: there is nothing uncertain about it. */
export function classifyUnsent(failure: RemoteFailure): Classified {
  const classified = classify(failure)
  if (!classified.mayBeDone) return classified
  const cause = classified.pace === 'throttled' ? classified.cause : 'sign_in_unanswered'
  return { ...classified, cause, mayBeDone: false }
}

function causeOf(failure: RemoteFailure): CauseCode {
  switch (failure.kind) {
    case 'not_sent':
      return 'unreachable'
    case 'no_answer':
      return failure.throttled ? 'busy' : 'no_answer'
    case 'fault':
      return 'disturbed'
    case 'session':
      return 'session_refused'
    case 'credentials':
      return causeOfServiceCode[failure.code] ?? 'codes_refused'
    case 'call_limit':
      return 'call_limit_reached'
    case 'rejected':
      if (codesOfTakenNumbers.has(failure.code)) return 'reported_as_existing'
      return causeOfServiceCode[failure.code] ?? 'refused_without_known_reason'
    case 'invalid_request':
      return failure.tooLong ? 'field_too_long' : 'request_refused'
    case 'codes_unreadable':
      return 'codes_unreadable'
    case 'not_found':
      return 'relation_missing'
  }
}
