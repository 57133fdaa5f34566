import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'

export type Activity = Schemas['Activity']
export type ActivityFilter = 'all' | 'failed' | 'invoices' | 'relations'

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
