import { addDays, parsePlainDate } from '@stella/invoicing'
import { ApiError } from '../http/api-error.ts'

/** So that what one asks for stays a year of one business. @throws ApiError period_invalid */
export function periodOf({ from, until }: { from: string; until: string }): { from: string; until: string } {
  if (until < from || until > addDays(parsePlainDate(from), 366)) throw new ApiError('period_invalid')
  return { from, until }
}
