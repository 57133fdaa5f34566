import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'
import { readPeriod } from '../format/period.ts'
import type { LogSearch, LogView } from '../routing/paths.ts'

export type Activity = Schemas['Activity']
const filterOf = {
  mislukt: 'failed',
  wacht: 'waiting',
  facturen: 'invoices',
  relaties: 'relations',
  koppeling: 'connection',
  importen: 'imports',
  mails: 'mails',
  betalingen: 'payments',
  exporten: 'exports',
  instellingen: 'settings',
  hulp: 'help',
} as const satisfies Record<LogView, string>

/** How the log is narrowed, as the API asks for it. */
export function logFilterOf({ door, factuur, klant, periode, toon, zoek }: LogSearch) {
  const period = readPeriod(periode)
  return {
    ...(toon && { filter: filterOf[toon] }),
    ...(door && { by: door }),
    ...(factuur && { invoiceId: factuur }),
    ...(klant && { customerId: klant }),
    ...(period && { from: period.from, until: period.until }),
    ...(zoek && { search: zoek }),
  }
}

/** The activity log as its address asks for it, newest first, a page at a time. */
export function activitiesOf(search: LogSearch) {
  const filter = logFilterOf(search)
  return infiniteQueryOptions({
    queryKey: ['activities', filter],
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        api.GET('/api/activities', {
          params: { query: { ...filter, limit: 50, ...(pageParam && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })
}

/** Who stands in the log. */
export const peopleQuery = queryOptions({
  queryKey: ['activities', 'people'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/activities/people', { signal })),
})
