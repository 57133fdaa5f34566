import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'
import type { ListSearch, LogView } from '../routing/paths.ts'

export type Activity = Schemas['Activity']
type ActivityFilter = 'all' | 'failed' | 'invoices' | 'relations'

const filterOf: Record<LogView, ActivityFilter> = {
  mislukt: 'failed',
  facturen: 'invoices',
  relaties: 'relations',
}

/** The activity log as its address asks for it. */
export function activitiesOf({ toon, zoek = '' }: ListSearch<LogView>) {
  return activitiesQuery(toon ? filterOf[toon] : 'all', zoek)
}

/** The activity log, newest first, a page at a time. */
export function activitiesQuery(filter: ActivityFilter, search: string) {
  return infiniteQueryOptions({
    queryKey: ['activities', { filter, search }],
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/activities', {
          params: {
            query: { filter, limit: 25, ...(search && { search }), ...(pageParam && { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })
}
