import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'

export type SupportBooking = Schemas['SupportBooking']
export type SupportBookingDetail = Schemas['SupportBookingDetail']
export type SupportRelation = Schemas['SupportRelation']
export type SupportRelationDetail = Schemas['SupportRelationDetail']
export type SupportConnection = Schemas['SupportConnection']
export type SupportCause = Schemas['Cause']

export const supportBookingsQuery = infiniteQueryOptions({
  queryKey: ['support', 'bookings'],
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
    queryKey: ['support', 'booking', id],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/support/bookings/{id}', { params: { path: { id } }, signal })),
  })
}

export const supportRelationsQuery = infiniteQueryOptions({
  queryKey: ['support', 'relations'],
  queryFn: ({ pageParam, signal }) =>
    dataOf(
      api.GET('/api/support/relations', {
        params: { query: { limit: 50, ...(pageParam && { cursor: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor,
})

export function supportRelationQuery(id: string) {
  return queryOptions({
    queryKey: ['support', 'relation', id],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/support/relations/{id}', { params: { path: { id } }, signal })),
  })
}

export const supportConnectionsQuery = infiniteQueryOptions({
  queryKey: ['support', 'connections'],
  queryFn: ({ pageParam, signal }) =>
    dataOf(
      api.GET('/api/support/connections', {
        params: { query: { limit: 50, ...(pageParam && { cursor: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: '',
  getNextPageParam: (page) => page.nextCursor,
})

export function retryBookingForSupport(id: string): Promise<unknown> {
  return dataOf(api.POST('/api/support/bookings/{id}/retries', { params: { path: { id } } }))
}

export function retryRelationForSupport(id: string): Promise<unknown> {
  return dataOf(api.POST('/api/support/relations/{id}/retries', { params: { path: { id } } }))
}
