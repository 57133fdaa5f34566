import { onlineManager } from '@tanstack/react-query'

/**
 * Waits until what a page is made of has come, so that the page stands at once as it will stay. Never fails: what did
 * not come is said by the page itself; without a connection nothing is waited for.
 * @param queries each begun already
 */
export async function arrival(...queries: readonly Promise<unknown>[]): Promise<void> {
  const ended = Promise.allSettled(queries)
  if (onlineManager.isOnline()) await ended
}

/** What was fetched before stands at once, and is looked at anew behind it. */
export const knownFirst = { revalidateIfStale: true } as const
