import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isPassing, isSignedOut, isSwitched } from './failure.ts'
import { sessionQuery } from './session.ts'

/** Twice more after a passing failure; what is still wrong then is shown, with a way to try again. */
const retries = 2

/**
 * The cache of everything the API said.
 * @param onSignedOut called when an answer says that nobody is signed in any more
 */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const noticeSignedOut = (failure: unknown) => {
    // Another window went on elsewhere: what stands here is begun anew there.
    if (isSwitched(failure)) void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })
    if (!isSignedOut(failure) || !queryClient.getQueryData(sessionQuery.queryKey)) return
    queryClient.setQueryData(sessionQuery.queryKey, null)
    onSignedOut()
  }
  const queryClient = new QueryClient({
    queryCache: new QueryCache({ onError: noticeSignedOut }),
    mutationCache: new MutationCache({ onError: noticeSignedOut }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (count, failure) => isPassing(failure) && count < retries,
      },
    },
  })
  return queryClient
}
