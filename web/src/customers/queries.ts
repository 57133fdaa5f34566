import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'

export type Customer = Schemas['Customer']
export type CustomerDetail = Schemas['CustomerDetail']
export type CustomerContent = Schemas['CustomerContent']

/** The customers whose name, city or e-mail address holds the text, a page at a time. */
export function customersQuery(search: string, limit = 50) {
  return infiniteQueryOptions({
    queryKey: ['customers', 'list', { search, limit }],
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/customers', {
          params: { query: { limit, ...(search && { search }), ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function customerQuery(id: string) {
  return queryOptions({
    queryKey: ['customers', 'one', id],
    queryFn: ({ signal }) => dataOf(api.GET('/api/customers/{id}', { params: { path: { id } }, signal })),
  })
}

export function createCustomer(body: CustomerContent): Promise<Customer> {
  return dataOf(api.POST('/api/customers', { body }))
}

export function changeCustomer(id: string, body: Schemas['CustomerChange']): Promise<Customer> {
  return dataOf(api.PUT('/api/customers/{id}', { params: { path: { id } }, body }))
}

export function retryRelation(id: string): Promise<unknown> {
  return dataOf(api.POST('/api/relations/{id}/retries', { params: { path: { id } } }))
}
