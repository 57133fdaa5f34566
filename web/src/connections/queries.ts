import { queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'

export type Connection = Schemas['Connection']

export const connectionQuery = queryOptions({
  queryKey: ['connection'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/connection', { signal })),
})

/** Activates the connection, or gives an active one new codes. */
export function activateConnection(body: Schemas['ConnectionCodes']): Promise<Connection> {
  return dataOf(api.PUT('/api/connection', { body }))
}

export function testConnection(): Promise<Connection> {
  return dataOf(api.POST('/api/connection/tests'))
}

export function disconnect(): Promise<Connection> {
  return dataOf(api.DELETE('/api/connection'))
}
