import type { Clock } from '../ports/clock.ts'

/** Works with books that were just opened, for no longer than so many milliseconds, and closes them. */
export async function withBooks<Books extends { close(): Promise<void> }, T>(
  books: Books,
  { clock, withinMs }: { readonly clock: Clock; readonly withinMs: number },
  work: (books: Books, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const deadline = new AbortController()
  const timer = clock.sleep(withinMs, deadline.signal).then(() => deadline.abort())
  try {
    return await work(books, deadline.signal)
  } finally {
    deadline.abort()
    await timer
    await books.close()
  }
}
