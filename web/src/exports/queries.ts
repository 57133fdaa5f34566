import { queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'

export type Archive = Schemas['Export']

/** While an archive is made the page looks this often how far it is. */
const lookMs = 2_000

export const exportsQuery = queryOptions({
  queryKey: ['exports'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/exports', { signal })),
  refetchInterval: (query) =>
    query.state.data?.items.some(({ state }) => state === 'making') ? lookMs : false,
})

export function createExport(body: {
  from: string
  until: string
  withDocuments: boolean
  language: 'nl' | 'en'
}): Promise<Archive> {
  return dataOf(api.POST('/api/exports', { body }))
}

export function deleteExport(id: string): Promise<unknown> {
  return dataOf(api.DELETE('/api/exports/{id}', { params: { path: { id } } }))
}
