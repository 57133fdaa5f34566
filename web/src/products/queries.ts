import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'
import type { ListSearch, ProductView } from '../routing/paths.ts'

export type Product = Schemas['Product']
export type ProductContent = Schemas['ProductContent']

/** The list of products as its address asks for it. */
export function productsOf({ toon, zoek = '' }: ListSearch<ProductView>) {
  return productsQuery(zoek, { archived: toon === 'archief' })
}

/** The products whose code or description holds the text, a page at a time. */
export function productsQuery(search: string, { archived = false, limit = 50 } = {}) {
  return infiniteQueryOptions({
    queryKey: ['products', 'list', { search, archived, limit }],
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/products', {
          params: {
            query: {
              limit,
              ...(search && { search }),
              ...(archived && { archived: 'true' as const }),
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

export function productQuery(id: string) {
  return queryOptions({
    queryKey: ['products', 'one', id],
    queryFn: ({ signal }) => dataOf(api.GET('/api/products/{id}', { params: { path: { id } }, signal })),
  })
}

export function createProduct(body: ProductContent): Promise<Product> {
  return dataOf(api.POST('/api/products', { body }))
}

export function changeProduct(id: string, body: Schemas['ProductChange']): Promise<Product> {
  return dataOf(api.PUT('/api/products/{id}', { params: { path: { id } }, body }))
}
