import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Followed, type Progress, progressOf } from './cause-retry.ts'
import { type Need, type Overview, overviewQuery, retryBookingsOfCause } from './queries.ts'

/** While outcomes come in it is looked at this often, should the stream be away. */
const lookMs = 2_000

export type CauseRetry = {
  followed: Followed | undefined
  /** Undefined while it is not known how many were offered. */
  progress: Progress | undefined
  isRefused: boolean
  start: (need: Need, place: number) => void
  /** Leaves what ended. */
  dismiss: () => void
}

/** Offering everything again that failed for one cause, and following what comes of it. */
export function useCauseRetry(overview: Overview): CauseRetry {
  const queryClient = useQueryClient()
  const [followed, setFollowed] = useState<Followed>()
  const offering = useMutation({
    mutationFn: async ({ cause }: Followed) => {
      const count = await retryBookingsOfCause(cause)
      await queryClient.invalidateQueries({ queryKey: overviewQuery.queryKey })
      return count
    },
    onSuccess: (count, asked) => setFollowed({ ...asked, count }),
  })
  const progress = followed && offering.isSuccess ? progressOf(followed, overview) : undefined
  useQuery({ ...overviewQuery, refetchInterval: progress && !progress.isEnded ? lookMs : false })
  return {
    followed,
    progress,
    isRefused: offering.isError,
    start: (need, place) => {
      const { invoices } = need
      if (!invoices?.retryableCause) return
      const asked = { need, place, cause: invoices.retryableCause, count: invoices.count }
      const begun = { ...asked, waitingBefore: overview.books.waiting }
      setFollowed(begun)
      offering.mutate(begun)
    },
    dismiss: () => {
      setFollowed(undefined)
      offering.reset()
    },
  }
}
