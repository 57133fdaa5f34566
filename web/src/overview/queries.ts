import { queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'

export type Overview = Schemas['Overview']
export type Need = Overview['needs'][number]

export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/overview', { signal })),
})

/** Offers everything again that failed for one cause; says how many. */
export async function retryBookingsOfCause(cause: string): Promise<number> {
  return (await dataOf(api.POST('/api/bookings/retries', { body: { cause: cause as RetryableCause } }))).count
}

type RetryableCause = Schemas['BookingRetriesOfCause']['cause']
