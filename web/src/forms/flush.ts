const flushes = new Set<() => Promise<unknown>>()

/** Registers how a form saves at once; gives the way to take that back. */
export function registerFlush(flush: () => Promise<unknown>): () => void {
  flushes.add(flush)
  return () => flushes.delete(flush)
}

/** Saves what any form still holds, before the session ends. */
export async function flushForms(): Promise<void> {
  await Promise.allSettled([...flushes].map((flush) => flush()))
}
