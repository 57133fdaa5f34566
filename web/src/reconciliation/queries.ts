import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'
import type { Period } from '../format/period.ts'

export type Reconciliation = Schemas['Reconciliation']
export type Compared = NonNullable<Reconciliation['compared']>
export type Difference = Schemas['Difference']
export type CallBudget = Schemas['CallBudget']

/** While a period is read the page looks this often how far it is. */
const lookMs = 2_000

export function reconciliationQuery({ from, until }: Pick<Period, 'from' | 'until'>) {
  return queryOptions({
    queryKey: ['reconciliation', from, until],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/reconciliation', { params: { query: { from, until } }, signal })),
    refetchInterval: (query) => (query.state.data?.reading ? lookMs : false),
    placeholderData: keepPreviousData,
  })
}

export function readReconciliation({ from, until }: Pick<Period, 'from' | 'until'>): Promise<unknown> {
  return dataOf(api.POST('/api/reconciliation', { body: { from, until } }))
}

export function acceptDifference(key: string, reason: string): Promise<unknown> {
  return dataOf(api.PUT('/api/reconciliation/acceptances', { body: { key, reason } }))
}

export function unacceptDifference(key: string): Promise<unknown> {
  return dataOf(api.DELETE('/api/reconciliation/acceptances', { body: { key } }))
}

/** Sends what was refused again, and looks up what may stand there. */
export function offerAgain(id: string): Promise<unknown> {
  return dataOf(api.POST('/api/bookings/{id}/retries', { params: { path: { id } } }))
}

export const callBudgetQuery = queryOptions({
  queryKey: ['reconciliation', 'calls'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/reconciliation/calls', { signal })),
  retry: false,
})
