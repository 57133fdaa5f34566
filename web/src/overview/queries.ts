import { queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'

export type Overview = Schemas['Overview']
export type OverviewFigures = Schemas['OverviewFigures']
export type Need = Overview['needs'][number]

export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/overview', { signal })),
})

export const overviewFiguresQuery = queryOptions({
  queryKey: ['overview', 'figures'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/overview/figures', { signal })),
})

/** Offers everything again that failed for one cause; says how many. */
export async function retryBookingsOfCause(cause: string): Promise<number> {
  return (await dataOf(api.POST('/api/bookings/retries', { body: { cause: cause as RetryableCause } }))).count
}

type RetryableCause = Schemas['BookingRetriesOfCause']['cause']
