import { queryOptions } from '@tanstack/react-query'
import { api, dataOf, type Schemas } from './client.ts'
import { isSignedOut } from './failure.ts'
import { showOrganization } from './shown-organization.ts'

export type Session = Schemas['Session']

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      const session = await dataOf(api.GET('/api/session', { signal }))
      showOrganization(session.organization?.id ?? null)
      return session
    } catch (failure) {
      if (isSignedOut(failure)) return null
      throw failure
    }
  },
  staleTime: 5 * 60_000,
})
