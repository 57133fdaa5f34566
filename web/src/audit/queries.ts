import { infiniteQueryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'

export type AuditEntry = Schemas['AuditEntry']

export const auditQuery = infiniteQueryOptions({
  queryKey: ['audit'],
  queryFn: ({ signal, pageParam }) =>
    dataOf(
      api.GET('/api/audit', { params: { query: pageParam === '' ? {} : { cursor: pageParam } }, signal }),
    ),
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }) => nextCursor,
})
