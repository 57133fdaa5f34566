import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from './client.ts'

export type SupportBooking = Schemas['SupportBooking']
export type SupportBookingDetail = Schemas['SupportBookingDetail']

export const supportBookingsQuery = infiniteQueryOptions({
  queryKey: ['support', 'list'],
  queryFn: ({ pageParam, signal }) =>
    dataOf(
      api.GET('/api/support/bookings', {
        params: { query: { limit: 50, ...(pageParam && { cursor: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor,
})

export function supportBookingQuery(id: string) {
  return queryOptions({
    queryKey: ['support', 'one', id],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/support/bookings/{id}', { params: { path: { id } }, signal })),
  })
}

export function retryForSupport(id: string): Promise<unknown> {
  return dataOf(api.POST('/api/support/bookings/{id}/retries', { params: { path: { id } } }))
}
