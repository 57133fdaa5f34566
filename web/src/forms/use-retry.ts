import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

/** Somebody looks at a button this long; what waits longer is told by the page itself, with its reason. */
const followMs = 60_000

/** How what was offered again stands: it failed, its outcome is not known yet, or there is nothing to wait for. */
export type RetryState = 'failed' | 'waiting' | 'settled'

type RetryOptions<Subject> = {
  state: RetryState
  offer: (subject: Subject) => Promise<unknown>
  /** Reads anew how it stands; resolves once that is on the screen. */
  refresh: () => Promise<unknown>
}

/**
 * Offering something again that failed, followed until its outcome is known. Whoever pressed the button is told
 * beside it what came of it; a message elsewhere would be contradicted by the page a second later.
 */
export function useRetry<Subject>({ state, offer, refresh }: RetryOptions<Subject>) {
  const [offeredAt, setOfferedAt] = useState<Date>()
  const [isFollowed, setFollowed] = useState(false)
  const offering = useMutation({
    mutationFn: async (subject: Subject) => {
      setOfferedAt(undefined)
      try {
        await offer(subject)
      } finally {
        await refresh()
      }
    },
    onSuccess: () => {
      setOfferedAt(new Date())
      setFollowed(true)
    },
  })
  useEffect(() => {
    if (!isFollowed) return
    const timer = setTimeout(() => setFollowed(false), followMs)
    return () => clearTimeout(timer)
  }, [isFollowed])
  const isRunning = offering.isPending || (isFollowed && state === 'waiting')
  return {
    start: offering.mutate,
    isRunning,
    /** What is being offered, for as long as nothing is known of it. */
    following: isRunning ? offering.variables : undefined,
    /** Why it could not even be offered. */
    refusal: offering.error,
    /** When it was offered, if that came to nothing. */
    failedAgainSince: !isRunning && state === 'failed' ? offeredAt : undefined,
  }
}

export type Retry<Subject> = ReturnType<typeof useRetry<Subject>>

/** The same, for whoever only shows the button and what came of it. */
export type RetryOfOne = Pick<Retry<never>, 'isRunning' | 'refusal' | 'failedAgainSince'> & {
  start: () => void
}
