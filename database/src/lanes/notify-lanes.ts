import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from '../pools/open-database.ts'

const channel = 'stella_lanes'

/** Wake-ups within this time become one: each takes a lock of the whole database at its commit. */
const GATHER_MS = 2

/** A lost connection is tried again after this; until then the workers' own poll finds the work. */
const RECONNECT_MS = 1_000

const waiting = new WeakSet<Database>()

/**
 * Tells the workers that there is work. Call it after the commit: within the transaction it would cost four times
 * as much as the commit itself. Never throws and need not be awaited; a lost one costs a poll.
 */
export function notifyLanes(database: Database): void {
  if (waiting.has(database)) return
  waiting.add(database)
  setTimeout(() => {
    waiting.delete(database)
    sql`select pg_notify(${channel}, '')`.execute(database.kysely).catch(() => {})
  }, GATHER_MS)
}

/** Calls `onWork` whenever somebody notified the workers. Keeps one connection of the pool for itself. */
export function watchLanes(database: Database, onWork: () => void): { close(): Promise<void> } {
  const stopped = new AbortController()

  const listen = async (): Promise<void> => {
    const client = await database.pool.connect()
    try {
      const lost = new Promise<void>((resolve) => {
        client.on('error', () => resolve())
        client.on('end', () => resolve())
        stopped.signal.addEventListener('abort', () => resolve())
        if (stopped.signal.aborted) resolve()
      })
      client.on('notification', onWork)
      await client.query(`listen ${channel}`)
      onWork()
      await lost
    } finally {
      // Not given back to the pool: it would go on listening.
      client.release(true)
    }
  }

  const listenForEver = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      await listen().catch(() => {})
      await delay(RECONNECT_MS, undefined, { signal: stopped.signal }).catch(() => {})
    }
  }

  const running = listenForEver()
  return {
    close: () => {
      stopped.abort()
      return running
    },
  }
}
