import { queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'

export type Mapping = Schemas['Mapping']
export type MappingContent = Schemas['MappingContent']
export type LedgerAccount = Schemas['LedgerAccount']
export type TriedInvoice = Schemas['MappingTried']['invoices'][number]

export const mappingQuery = queryOptions({
  queryKey: ['mapping'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/mapping', { signal })),
})

/** Recent invoices on other accounts; nothing is stored. */
export const mappingTrialQuery = (body: MappingContent) =>
  queryOptions({
    queryKey: ['mapping', 'trial', body],
    queryFn: ({ signal }) => dataOf(api.POST('/api/mapping/trials', { body, signal })),
    placeholderData: (before) => before,
  })

export function changeMapping(body: Schemas['MappingChange']): Promise<Mapping> {
  return dataOf(api.PUT('/api/mapping', { body }))
}
