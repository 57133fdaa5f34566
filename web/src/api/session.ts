import { queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from './client.ts'
import { isSignedOut } from './failure.ts'

export type Session = Schemas['Session']

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      return await dataOf(api.GET('/api/session', { signal }))
    } catch (failure) {
      if (isSignedOut(failure)) return null
      throw failure
    }
  },
  staleTime: 5 * 60_000,
})
