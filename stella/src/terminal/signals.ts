/** A terminal's Ctrl-C reaches this process directly and once more through npm; within this time it is one wish. */
const sameWishMs = 500

export interface StopWishes {
  /** Settles at the first wish to stop. */
  asked: Promise<void>
  /** Called at the second wish: whoever asks twice does not want to wait. */
  onInsisted(force: () => void): void
}

/** Listens for Ctrl-C, for a request to end, and for the terminal going away. */
export function stopWishes(now: () => number = Date.now): StopWishes {
  let firstAt: number | undefined
  let force = () => {}
  const asked = Promise.withResolvers<void>()
  const wish = () => {
    if (firstAt === undefined) {
      firstAt = now()
      asked.resolve()
    } else if (now() - firstAt > sameWishMs) force()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, wish)
  return {
    asked: asked.promise,
    onInsisted(action) {
      force = action
    },
  }
}
