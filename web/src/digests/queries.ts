import { queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'

export type DigestWish = Schemas['DigestWish']

export const digestQuery = queryOptions({
  queryKey: ['digest'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/digest', { signal })),
})

export function changeDigestWish(wanted: boolean): Promise<DigestWish> {
  return dataOf(api.PUT('/api/digest', { body: { wanted } }))
}
