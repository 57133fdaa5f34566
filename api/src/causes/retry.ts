import type { Retried } from '@stella/bookkeeping'
import type { z } from 'zod'
import { ApiError } from '../http/api-error.ts'
import type { Retry } from './contract.ts'

/**
 * The answer to offering something again.
 *
 * @throws ApiError `not_found`, `not_retryable`
 */
export function offeredAgain(id: string, retried: Retried): z.infer<typeof Retry> {
  if (retried !== 'offered') throw new ApiError(retried)
  return { id, state: 'waiting' }
}
