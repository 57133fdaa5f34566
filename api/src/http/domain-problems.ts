import type { Problem, Validated } from '@stella/invoicing'
import { ApiError, type FieldError } from './api-error.ts'

/**
 * The value of a validation of the domain.
 *
 * @throws ApiError `invalid_fields` with every problem
 */
export function valid<Value>(outcome: Validated<Value>): Value {
  if (outcome.ok) return outcome.value
  throw new ApiError('invalid_fields', { fields: outcome.problems.map(fieldError) })
}

/** A problem of the domain as a field that was refused: the codes are the same. */
export function fieldError({ path, code, limit }: Problem): FieldError {
  return { path, code, ...(limit === undefined ? {} : { parameters: { limit } }) }
}
