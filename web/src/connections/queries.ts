import { queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from '../api/client.ts'

export type Connection = Schemas['Connection']
export type Codes = Schemas['CodesToCompare']
export type BooksQuestion = Schemas['BooksQuestion']
export type CurrentBooks = NonNullable<BooksQuestion['current']>

export const connectionQuery = queryOptions({
  queryKey: ['connection'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/connection', { signal })),
})

/** Activates the connection, or gives an active one new codes. */
export function activateConnection(body: Schemas['ConnectionCodes']): Promise<Connection> {
  return dataOf(api.PUT('/api/connection', { body }))
}

/** What there is to decide about codes before they are taken; null when there is nothing. */
export async function compareCodes(body: Codes): Promise<BooksQuestion | null> {
  const { question } = await dataOf(api.POST('/api/connection/comparisons', { body }))
  return question
}

export function changePreferences(body: Schemas['ConnectionPreferences']): Promise<Connection> {
  return dataOf(api.PUT('/api/connection/preferences', { body }))
}

export function testConnection(): Promise<Connection> {
  return dataOf(api.POST('/api/connection/tests'))
}

export function disconnect(): Promise<Connection> {
  return dataOf(api.DELETE('/api/connection'))
}
