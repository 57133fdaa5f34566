import { queryOptions } from '@tanstack/react-query'
import { api, dataOf } from '../api/client.ts'

/** More of a kind are found in its own list. */
const mostOfAKind = 5

const noneAlike = { customers: [], products: [] }

/** The invoices, customers and products that these words are about, a few of each; where there are none, what looks like them. */
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
      const found = { invoices: invoices.items, customers: customers.items, products: products.items, words }
      const isNone = [invoices, customers, products].every(({ items }) => items.length === 0)
      const alike = isNone
        ? await dataOf(api.GET('/api/search/alike', { params: { query }, signal }))
        : noneAlike
      return { ...found, alike }
    },
    enabled: words !== '',
    staleTime: 0,
  })
}
