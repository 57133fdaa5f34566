import type { components } from './schema.generated.ts'

export type Problem = components['schemas']['Problem']

/** A request that did not work: refused by the API with its problem, or never answered. */
export class ApiFailure extends Error {
  /** The HTTP status; 0 when no answer came. */
  readonly status: number
  readonly problem: Problem | undefined

  constructor(status: number, problem: Problem | undefined, options?: ErrorOptions) {
    super(problem?.detail ?? `HTTP ${status}`, options)
    this.name = 'ApiFailure'
    this.status = status
    this.problem = problem
  }

  static refused(status: number, body: unknown): ApiFailure {
    return new ApiFailure(status, isProblem(body) ? body : undefined)
  }

  static unreachable(cause: unknown): ApiFailure {
    return new ApiFailure(0, undefined, { cause })
  }

  /** The stable code of the problem, if the API gave one. */
  get code(): string | undefined {
    return this.problem?.code
  }
}

/** Whether the API refused because nobody is signed in any more. */
export function isSignedOut(failure: unknown): boolean {
  return failure instanceof ApiFailure && failure.status === 401
}

/** Whether another window of this browser works in another organization by now. */
export function isSwitched(failure: unknown): boolean {
  return failure instanceof ApiFailure && failure.code === 'organization_switched'
}

/** Whether what was asked for is not there, or not for this organization. */
export function isNotFound(failure: unknown): boolean {
  return failure instanceof ApiFailure && (failure.status === 404 || failure.status === 400)
}

/** Whether trying the same again may help: no answer, or a failure of the server. */
export function isPassing(failure: unknown): boolean {
  return (
    failure instanceof ApiFailure && (failure.status === 0 || failure.status >= 500 || failure.status === 429)
  )
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body
}

/** Whether it is there, but not for whoever is signed in. */
export function isForbidden(failure: unknown): boolean {
  return failure instanceof ApiFailure && failure.status === 403
}
