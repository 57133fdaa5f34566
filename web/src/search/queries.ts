import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../api/client.ts'

/** More of a kind are found in its own list. */
const mostOfAKind = 5

/** The invoices, customers and products that these words are about, a few of each. */
export function foundQuery(words: string) {
  return queryOptions({
    queryKey: ['search', words],
    queryFn: async ({ signal }) => {
      const query = { search: words, limit: mostOfAKind }
      const [invoices, customers, products] = await Promise.all([
        dataOf(api.GET('/api/invoices', { params: { query }, signal })),
        dataOf(api.GET('/api/customers', { params: { query }, signal })),
        dataOf(api.GET('/api/products', { params: { query }, signal })),
      ])
      return { invoices: invoices.items, customers: customers.items, products: products.items, words }
    },
    enabled: words !== '',
    staleTime: 0,
  })
}
