import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import type { Database } from './open-database.ts'

export interface ChannelWatch {
  close(): Promise<void>
}

export interface ChannelListener {
  /** What was told, as it was told. */
  onMessage(payload: string): void
  /** From now on nothing is missed; what was told before may have been. */
  onListening(): void
  /** From now on messages are missed, until it listens again. */
  onLost?(): void
}

/** A lost connection is tried again after this; a listener is late by at most as much. */
const reconnectMs = 1_000

/** Listens to a channel of PostgreSQL, with one connection of its own that comes back whenever it is lost. */
export function watchChannel(
  { url }: Pick<Database, 'url'>,
  channel: string,
  listener: ChannelListener,
): ChannelWatch {
  const stopped = new AbortController()
  let client: pg.Client | undefined

  const listen = async (): Promise<void> => {
    const current = new pg.Client({
      connectionString: url,
      application_name: 'stella watch',
      keepAlive: true,
    })
    client = current
    const lost = new Promise<void>((resolve) => {
      current.on('error', () => resolve())
      current.on('end', () => resolve())
    })
    current.on('notification', ({ payload }) => listener.onMessage(payload ?? ''))
    await current.connect()
    await current.query(`listen ${channel}`)
    listener.onListening()
    await lost
  }

  const listenForEver = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      await listen().catch(() => {})
      if (!stopped.signal.aborted) listener.onLost?.()
      await client?.end().catch(() => {})
      await delay(reconnectMs, undefined, { signal: stopped.signal }).catch(() => {})
    }
  }

  const running = listenForEver()
  return {
    close: async () => {
      stopped.abort()
      await client?.end().catch(() => {})
      await running
    },
  }
}
