import type { Database } from '../pools/open-database.ts'
import { type ChannelWatch, watchChannel } from '../pools/watch-channel.ts'

/** What may be done by another process than the one that wishes it. */
export const kindsOfWork = ['bookings', 'mail', 'imports', 'exports'] as const
export type KindOfWork = (typeof kindsOfWork)[number]

const workChannel = 'stella_work'

/**
 * Tells every process that works that something waits, after it was committed. Nothing is lost when nobody hears it:
 * whoever works also looks by itself, within seconds.
 */
export async function announceWork({ pool }: Pick<Database, 'pool'>, kind: KindOfWork): Promise<void> {
  await pool.query('select pg_notify($1, $2)', [workChannel, kind])
}

/**
 * Calls `onWork` whenever another process says that something waits, and for each kind once after a lost connection
 * came back, when any may. Holds one connection of its own.
 */
export function watchWork(database: Pick<Database, 'url'>, onWork: (kind: KindOfWork) => void): ChannelWatch {
  return watchChannel(database, workChannel, {
    onMessage: (payload) => {
      const kind = kindsOfWork.find((known) => known === payload)
      if (kind !== undefined) onWork(kind)
    },
    onListening: () => kindsOfWork.forEach(onWork),
  })
}
