import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'
import type { CustomerColumn, CustomerListSearch } from '../routing/paths.ts'
import { usualOrder } from './search.ts'

export type Customer = Schemas['Customer']
export type CustomerInList = Schemas['CustomerInList']
export type CustomerDetail = Schemas['CustomerDetail']
export type CustomerContent = Schemas['CustomerContent']

export type CustomerFigures = Schemas['CustomerFigures']
export type InvoiceOfCustomer = Schemas['InvoiceSummary']
export type MergePreview = Schemas['MergePreview']

/** The customers in whose names, towns, addresses or numbers the text stands, a page at a time. */
export function customersQuery(search: string, asked: { archived?: boolean; limit?: number } & Order = {}) {
  const { archived = false, limit = 50, ...order } = asked
  return infiniteQueryOptions({
    queryKey: ['customers', 'list', { search, limit, archived, ...order }],
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/customers', {
          params: {
            query: {
              limit,
              ...order,
              ...(archived && { archived: 'true' }),
              ...(search && { search }),
              ...(pageParam && { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
}

type Order = { sort?: keyof typeof columnOf; direction?: 'ascending' | 'descending' }

const columnOf = {
  name: 'naam',
  invoiced: 'gefactureerd',
  outstanding: 'open',
} as const satisfies Record<string, CustomerColumn>

/** The list of customers as its address asks for it. */
export function customersOf({ toon, volgorde = usualOrder, zoek = '' }: CustomerListSearch) {
  const sorts = Object.keys(columnOf) as (keyof typeof columnOf)[]
  const sort = sorts.find((known) => columnOf[known] === volgorde.replace(/^-/, '')) ?? 'name'
  const direction = volgorde.startsWith('-') ? 'descending' : 'ascending'
  return customersQuery(zoek, { archived: toon === 'archief', sort, direction })
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

export function archiveCustomer({ id, archived }: { id: string; archived: boolean }): Promise<Customer> {
  return dataOf(api.PUT('/api/customers/{id}/archived', { params: { path: { id } }, body: { archived } }))
}

/** Only one of whom there is nothing: no invoice, no draft, no relation. */
export function deleteCustomer(id: string): Promise<unknown> {
  return dataOf(api.DELETE('/api/customers/{id}', { params: { path: { id } } }))
}

export type Erasure = Schemas['Erasure']

/** What would become of a customer who is forgotten; asked anew each time it is considered. */
export function erasureQuery(id: string) {
  return queryOptions({
    queryKey: ['customers', 'erasure', id],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/customers/{id}/erasure', { params: { path: { id } }, signal })),
    staleTime: 0,
  })
}

export function eraseCustomer(id: string): Promise<Erasure> {
  return dataOf(api.POST('/api/customers/{id}/erasure', { params: { path: { id } } }))
}

export function customerFiguresQuery(id: string) {
  return queryOptions({
    queryKey: ['customers', 'figures', id],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/customers/{id}/figures', { params: { path: { id } }, signal })),
  })
}

/** The invoices of a customer, the newest first, a page at a time. */
export function customerInvoicesQuery(customerId: string) {
  return infiniteQueryOptions({
    queryKey: ['invoices', 'list', { customerId }],
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/invoices', {
          params: { query: { limit: 10, customerId, ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** What the activity log says of a customer, the newest first, a page at a time. */
export function customerStoryQuery(customerId: string) {
  return infiniteQueryOptions({
    queryKey: ['activities', { customerId }],
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/activities', {
          params: {
            query: { filter: 'all', limit: 10, customerId, ...(pageParam && { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
}

/** What becomes of two customers that are made one. */
export function mergePreviewQuery(id: string, otherId: string) {
  return queryOptions({
    queryKey: ['customers', 'merge', { id, otherId }],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/customers/{id}/merge-preview', {
          params: { path: { id }, query: { otherId } },
          signal,
        }),
      ),
    staleTime: 0,
  })
}

type Merge = { id: string; otherId: string; revision: number; otherRevision: number }

export function mergeCustomers({ id, ...body }: Merge): Promise<Customer> {
  return dataOf(api.POST('/api/customers/{id}/merges', { params: { path: { id } }, body }))
}
