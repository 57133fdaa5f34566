import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'

export type SupportBooking = Schemas['SupportBooking']
export type SupportBookingDetail = Schemas['SupportBookingDetail']
export type SupportRelation = Schemas['SupportRelation']
export type SupportRelationDetail = Schemas['SupportRelationDetail']
export type SupportConnection = Schemas['SupportConnection']
export type SupportCause = Schemas['Cause']
export type SupportCase = Schemas['SupportCase']
export type SupportCaseDetail = Schemas['SupportCaseDetail']
export type ProposableField = Schemas['ProposableField']
export type SupportFound = Schemas['SupportFound']
export type ServiceQuarter = Schemas['ServiceQuarter']
export type SupportOutcome = Exclude<Schemas['CaseOutcome'], 'withdrawn'>

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

export function supportCasesQuery(closed: boolean) {
  return infiniteQueryOptions({
    queryKey: ['support', 'cases', { closed }],
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/support/cases', {
          params: { query: { ...(closed && { closed: 'true' }), ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function supportCaseQuery(id: string) {
  return queryOptions({
    queryKey: ['support', 'case', id],
    queryFn: ({ signal }) => dataOf(api.GET('/api/support/cases/{id}', { params: { path: { id } }, signal })),
  })
}

export function answerCase(id: string, body: string): Promise<unknown> {
  return dataOf(api.POST('/api/support/cases/{id}/messages', { params: { path: { id } }, body: { body } }))
}

export function proposeChange(
  id: string,
  proposal: { field: ProposableField; after: string },
): Promise<unknown> {
  return dataOf(api.POST('/api/support/cases/{id}/proposals', { params: { path: { id } }, body: proposal }))
}

export function closeSupportCase(id: string, outcome: SupportOutcome): Promise<unknown> {
  return dataOf(api.POST('/api/support/cases/{id}/closure', { params: { path: { id } }, body: { outcome } }))
}

export const supportCausesQuery = queryOptions({
  queryKey: ['support', 'causes'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/support/causes', { signal })),
})

export const serviceAnswersQuery = queryOptions({
  queryKey: ['support', 'service'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/support/service', { signal })),
})

export function supportSearchQuery(search: string) {
  return queryOptions({
    queryKey: ['support', 'search', search],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/support/search', { params: { query: { search } }, signal })),
  })
}
