import type { OperationName } from '../service/operation-names.ts'
import type { Meaning } from './error-codes.ts'

/**
 * What is known about the effect of a call that failed.
 * `nothing_done`: the service changed nothing, so the call may be made again.
 * `unknown`: the service may have carried it out. After a write, look it up before making it again.
 */
export type Outcome = 'nothing_done' | 'unknown'

/** Why no byte of the request can have reached the service. */
export type NotSentReason =
  | 'refused'
  | 'dns'
  | 'tls'
  | 'unreachable'
  | 'connect_timeout'
  | 'timeout'
  | 'aborted'
  | 'session_not_opened'
  | 'closed'

/**
 * Why the answer to a request that may have arrived is missing or cannot be trusted; `closed`: the session was opened
 * and closed again, since the client was closed meanwhile.
 */
export type OutcomeUnknownReason =
  | 'timeout'
  | 'aborted'
  | 'connection_lost'
  | 'http_status'
  | 'not_soap'
  | 'unreadable'
  | 'forbidden_xml'
  | 'too_large'
  | 'empty'
  | 'closed'

/** What is wrong with a value that was refused before anything was sent. */
export type FieldProblem =
  | 'missing'
  | 'too_long'
  | 'not_a_date'
  | 'date_out_of_range'
  | 'not_a_decimal'
  | 'too_many_decimals'
  | 'not_a_whole_number'
  | 'not_one_of_the_choices'
  | 'forbidden_character'
  | 'not_a_text'
  | 'not_a_boolean'
  | 'not_an_object'
  | 'not_a_signal'
  | 'wrong_count'
  | 'unreadable'

/** The part of the sign-in data that the service names; `unknown` when its code does not tell. */
export type CredentialsField = 'username' | 'securityCode1' | 'securityCode2' | 'permissions' | 'unknown'

/** What all errors of this package have in common. None holds a code, a session id or a request. */
abstract class ServiceError extends Error {
  abstract readonly kind: string
  /** Whether the service may have carried out the call. */
  abstract readonly outcome: Outcome
  /** The operation that failed, by the service's own name. */
  readonly operation: OperationName

  constructor(operation: OperationName, message: string, cause?: unknown) {
    super(`${operation}: ${message}`, cause === undefined ? {} : { cause })
    this.operation = operation
    this.name = new.target.name
  }
}

/** The sign-in data or the user's rights were refused (codes E001.x and E002.5). Nothing was done. */
export class CredentialsError extends ServiceError {
  readonly kind = 'credentials'
  readonly outcome = 'nothing_done'
  /** As the service writes it, with dots: `E001.3`. */
  readonly code: string
  readonly field: CredentialsField
  /** Which of the three can be the wrong one, as far as the code tells. Empty for missing rights. */
  readonly suspects: readonly ('username' | 'securityCode1' | 'securityCode2')[]
  /** The service's own text, for people to read. Never branch on it. */
  readonly description: string

  constructor(
    operation: OperationName,
    details: Pick<CredentialsError, 'code' | 'field' | 'suspects' | 'description'>,
  ) {
    super(operation, `the sign-in data were refused (${details.code})`)
    this.code = details.code
    this.field = details.field
    this.suspects = details.suspects
    this.description = details.description
  }
}

/** The session was refused (E002.x) although it had just been opened anew. Nothing was done. */
export class SessionError extends ServiceError {
  readonly kind = 'session'
  readonly outcome = 'nothing_done'
  /** As the service writes it, with dots: `E002.3`. */
  readonly code: string
  /** The service's own text, for people to read. */
  readonly description: string

  constructor(operation: OperationName, details: Pick<SessionError, 'code' | 'description'>) {
    super(operation, `the session was refused (${details.code})`)
    this.code = details.code
    this.description = details.description
  }
}

/** The administration has used up its calls of this month (E003.1). Nothing was done. */
export class CallLimitError extends ServiceError {
  readonly kind = 'call_limit'
  readonly outcome = 'nothing_done'
  readonly code: string
  /** The service's own text, for people to read. */
  readonly description: string

  constructor(operation: OperationName, details: Pick<CallLimitError, 'code' | 'description'>) {
    super(operation, `the calls of this month are used up (${details.code})`)
    this.code = details.code
    this.description = details.description
  }
}

/** The service read the request and refused it with a code of its own. Nothing was done. */
export class RejectedError extends ServiceError {
  readonly kind = 'rejected'
  readonly outcome = 'nothing_done'
  /** Normalised: upper case, with dots where the manual has them: `CMUT017`, `CMUT010.1`. */
  readonly code: string
  /** What the code can mean; more than one where the manual uses it twice, none where it is not known. */
  readonly meanings: readonly Meaning[]
  /** The service's own text, for people to read. Never branch on it. */
  readonly description: string

  constructor(operation: OperationName, details: Pick<RejectedError, 'code' | 'meanings' | 'description'>) {
    super(operation, `refused with ${details.code}`)
    this.code = details.code
    this.meanings = details.meanings
    this.description = details.description
  }
}

/** A SOAP fault came back. It does not prove that nothing was done. */
export class FaultError extends ServiceError {
  readonly kind = 'fault'
  readonly outcome = 'unknown'
  /** `client`: the service says that it could not read the request. `server`: it failed. */
  readonly faultCode: 'client' | 'server' | 'other'
  readonly httpStatus: number
  /** The service's own text, for people to read. */
  readonly description: string

  constructor(
    operation: OperationName,
    details: Pick<FaultError, 'faultCode' | 'httpStatus' | 'description'>,
  ) {
    super(operation, `SOAP fault (${details.faultCode})`)
    this.faultCode = details.faultCode
    this.httpStatus = details.httpStatus
    this.description = details.description
  }
}

/** Provably no byte of the request left this machine. The call may be made again. */
export class NotSentError extends ServiceError {
  readonly kind = 'not_sent'
  readonly outcome = 'nothing_done'
  readonly reason: NotSentReason
  /** The system's own code where there is one, such as `ECONNREFUSED`. */
  readonly systemCode: string | null
  /** Why no session could be had, with `session_not_opened`. */
  readonly opening: OpeningFailure | null

  constructor(
    operation: OperationName,
    details: { reason: NotSentReason; systemCode?: string | null; opening?: OpeningFailure | null },
  ) {
    super(operation, `not sent (${details.reason})`)
    this.reason = details.reason
    this.systemCode = details.systemCode ?? null
    this.opening = details.opening ?? null
  }
}

/** The opening of a session that failed before the call itself could be sent. */
export type OpeningFailure = FaultError | OutcomeUnknownError

/** Bytes of the request may have arrived, and no trustworthy answer came back. */
export class OutcomeUnknownError extends ServiceError {
  readonly kind = 'outcome_unknown'
  readonly outcome = 'unknown'
  readonly reason: OutcomeUnknownReason
  readonly httpStatus: number | null
  /** What the service asked for in `Retry-After`, in seconds. */
  readonly retryAfterSeconds: number | null
  /** The system's own code where there is one, such as `ECONNRESET`. */
  readonly systemCode: string | null

  constructor(
    operation: OperationName,
    details: {
      reason: OutcomeUnknownReason
      httpStatus?: number | null
      retryAfterSeconds?: number | null
      systemCode?: string | null
      cause?: unknown
    },
  ) {
    super(operation, `outcome unknown (${details.reason})`, details.cause)
    this.reason = details.reason
    this.httpStatus = details.httpStatus ?? null
    this.retryAfterSeconds = details.retryAfterSeconds ?? null
    this.systemCode = details.systemCode ?? null
  }
}

/** A value was refused here, before anything was sent. What a getter of the caller's threw is its `cause`. */
export class InvalidRequestError extends ServiceError {
  readonly kind = 'invalid_request'
  readonly outcome = 'nothing_done'
  /** Where the value stands, such as `lines.0.vatCode`; `input` when reading it failed (`unreadable`). */
  readonly field: string
  readonly problem: FieldProblem
  /** The bound that was passed: characters, decimals or entries. */
  readonly limit: number | null

  constructor(
    operation: OperationName,
    details: { field: string; problem: FieldProblem; limit?: number | null; cause?: unknown },
  ) {
    super(operation, `${details.field}: ${details.problem}`, details.cause)
    this.field = details.field
    this.problem = details.problem
    this.limit = details.limit ?? null
  }
}

/** Every error that a method of the client can reject with, told apart by `kind`. */
export type EBoekhoudenError =
  | CredentialsError
  | SessionError
  | CallLimitError
  | RejectedError
  | FaultError
  | NotSentError
  | OutcomeUnknownError
  | InvalidRequestError

export type EBoekhoudenErrorKind = EBoekhoudenError['kind']

/** Whether a caught value is an error of this package; narrows it to the closed family. */
export function isEBoekhoudenError(error: unknown): error is EBoekhoudenError {
  return error instanceof ServiceError
}
