import { queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'

export type ApiKey = Schemas['ApiKey']

export const apiKeysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/api-keys', { signal })),
})

export function createApiKey(body: Schemas['ApiKeyContent']): Promise<Schemas['NewApiKey']> {
  return dataOf(api.POST('/api/api-keys', { body }))
}

export function revokeApiKey(id: string): Promise<unknown> {
  return dataOf(api.DELETE('/api/api-keys/{id}', { params: { path: { id } } }))
}
