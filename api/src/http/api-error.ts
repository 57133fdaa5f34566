import type { Permission } from '@stella/invoicing'
import { type ErrorCode, errorTable } from './errors.ts'

/** A field that was refused: where, by which code, and the figures its sentence needs. */
export type FieldError = {
  path: string
  code: string
  parameters?: Readonly<Record<string, string | number>>
}

type Extras = {
  fields?: readonly FieldError[]
  invoiceId?: string
  retryAfterSeconds?: number
  reason?: string
  permission?: Permission
  cause?: unknown
}

/** A refusal out of the closed table; thrown by handlers, turned into an answer by the error handler alone. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: ErrorCode
  readonly fields: readonly FieldError[]
  readonly invoiceId: string | undefined
  readonly retryAfterSeconds: number | undefined
  /** The code whose own sentence says more than that of the table. */
  readonly reason: string | undefined
  /** What would have to be allowed: the sentence says who may. */
  readonly permission: Permission | undefined

  constructor(code: ErrorCode, extras: Extras = {}) {
    super(errorTable[code].meaning, extras.cause === undefined ? undefined : { cause: extras.cause })
    this.code = code
    this.fields = extras.fields ?? []
    this.invoiceId = extras.invoiceId
    this.retryAfterSeconds = extras.retryAfterSeconds
    this.reason = extras.reason
    this.permission = extras.permission
  }

  get status(): number {
    return errorTable[this.code].status
  }
}
