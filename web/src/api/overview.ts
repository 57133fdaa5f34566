import { queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from './client.ts'

export type Overview = Schemas['Overview']

export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/overview', { signal })),
})
