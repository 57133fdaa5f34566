import { PassThrough } from 'node:stream'
import type { ListedActivity } from '@stella/database'

/**
 * A comment this often keeps proxies, which cut what is silent for a minute, from ending the stream. With it
 * goes a look into the log, should a notification have been lost, and a look at whether the reader still may.
 */
const heartbeatMs = 15_000

/** A browser that lost the stream comes back after this. */
const reconnectMs = 2_000

export type ActivityStreamOptions = {
  /** Where the reader is: everything after this position is sent. */
  position: bigint
  /** The entries after a position, the oldest first; fewer than all of them at once is fine. */
  read: (position: bigint) => Promise<ListedActivity[]>
  /** One entry as it is sent. */
  write: (activity: ListedActivity) => unknown
  subscribe: (onChange: () => void) => () => void
  /** Calls back when anybody's way in changed. */
  subscribeAccess: (onChange: () => void) => () => void
  /** Whether the reader may still read: asked at every heartbeat, and when anybody's way in changed. */
  mayRead: () => Promise<boolean>
}

/** The activity log of one organization as server-sent events, from a position on, without an end of its own. */
export function activityStream(options: ActivityStreamOptions): PassThrough {
  const stream = new PassThrough()
  let { position } = options
  let reading = false
  let changed = true

  const sendNew = async (): Promise<void> => {
    changed = true
    if (reading) return
    reading = true
    try {
      while (changed && !stream.destroyed) {
        // Before the read: what is announced while it runs may not be in it, and must be read for again.
        changed = false
        for (const activity of await options.read(position)) {
          position = activity.position
          changed = true
          await send(
            stream,
            `id: ${activity.id}\nevent: activity\ndata: ${JSON.stringify(options.write(activity))}\n\n`,
          )
        }
      }
    } catch (error) {
      // The reader comes back with Last-Event-ID and goes on where it was.
      stream.destroy(error instanceof Error ? error : new Error(String(error)))
    } finally {
      reading = false
    }
  }

  /** A reader who may no longer read is let go, and so is one of whom it cannot be told: they come back. */
  const isAllowed = async (): Promise<boolean> => {
    const allowed = await options.mayRead().catch(() => false)
    if (!allowed && !stream.destroyed) stream.end()
    return allowed && !stream.destroyed
  }

  const beat = async (): Promise<void> => {
    if (!(await isAllowed())) return
    stream.write(': still here\n\n')
    await sendNew()
  }

  stream.write(`retry: ${reconnectMs}\n\n`)
  const unsubscribe = options.subscribe(() => void sendNew())
  const unsubscribeAccess = options.subscribeAccess(() => void isAllowed())
  const heartbeat = setInterval(() => void beat(), heartbeatMs)
  stream.on('close', () => {
    clearInterval(heartbeat)
    unsubscribe()
    unsubscribeAccess()
  })
  void sendNew()
  return stream
}

/** Writes, and waits when the reader is slower than the log, so that a long log is not held in memory. */
async function send(stream: PassThrough, text: string): Promise<void> {
  if (stream.write(text) || stream.destroyed) return
  await new Promise<void>((resolve) => {
    const go = () => {
      stream.off('drain', go)
      stream.off('close', go)
      resolve()
    }
    stream.on('drain', go)
    stream.on('close', go)
  })
}
