import { queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'

export type Series = Schemas['Series']
export type SeriesContent = Schemas['SeriesContent']

export const seriesQuery = queryOptions({
  queryKey: ['series'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/series', { signal })),
})

export const seriesPreviewQuery = (body: Schemas['UnsavedSeries']) =>
  queryOptions({
    queryKey: ['series', 'preview', body],
    queryFn: ({ signal }) => dataOf(api.POST('/api/series/preview', { body, signal })),
    placeholderData: (before) => before,
  })

/** What was typed, and of a series that is there which one it changes. */
export function saveSeries({
  of,
  ...content
}: SeriesContent & { isDefault: boolean; isForCredits: boolean; of?: Series }): Promise<Series> {
  const { isDefault, ...added } = content
  if (of === undefined) return dataOf(api.POST('/api/series', { body: added }))
  const { id, revision } = of
  return dataOf(
    api.PUT('/api/series/{id}', { params: { path: { id } }, body: { ...added, isDefault, revision } }),
  )
}

export function removeSeries(id: string): Promise<unknown> {
  return dataOf(api.DELETE('/api/series/{id}', { params: { path: { id } } }))
}

export function setNextNumber({
  id,
  ...body
}: { id: string } & Schemas['NextNumberContent']): Promise<Series> {
  return dataOf(api.PUT('/api/series/{id}/next-number', { params: { path: { id } }, body }))
}
