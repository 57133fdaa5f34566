import { queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'

export type Backfill = Schemas['Backfill']
export type Found = NonNullable<Backfill['backfill']>
export type Plan = NonNullable<Found['plan']>
type Choice = Schemas['BackfillChoice']

/** While something of it goes on the page looks this often how far it is. */
const lookMs = 2_000

export const backfillQuery = queryOptions({
  queryKey: ['backfill'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/backfill', { signal })),
  refetchInterval: (query) => {
    const state = query.state.data?.backfill?.state
    return state === 'reading' || state === 'running' ? lookMs : false
  },
})

export function requestBackfill(from: string): Promise<Backfill> {
  return dataOf(api.POST('/api/backfill', { body: { from } }))
}

export function confirmBackfill(choice: Choice): Promise<Backfill> {
  return dataOf(api.POST('/api/backfill/confirmation', { body: choice }))
}

export const steps = {
  stop: (): Promise<Backfill> => dataOf(api.POST('/api/backfill/stop')),
  resume: (): Promise<Backfill> => dataOf(api.POST('/api/backfill/resumption')),
  drop: (): Promise<Backfill> => dataOf(api.DELETE('/api/backfill')),
}
