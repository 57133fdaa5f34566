import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import type { Database } from '../pools/open-database.ts'
import { activityChannel } from './announce-activities.ts'

export interface ActivityWatch {
  close(): Promise<void>
}

/** A lost connection is tried again after this; the page is late by at most as much. */
const reconnectMs = 1_000

/**
 * Calls `onChange` with an organization's id whenever its log grew, and with null after a lost connection came
 * back, when any log may have. Holds one connection of its own.
 */
export function watchActivities(
  { url }: Pick<Database, 'url'>,
  onChange: (organizationId: string | null) => void,
): ActivityWatch {
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
    current.on('notification', ({ payload }) => onChange(payload ?? null))
    await current.connect()
    await current.query(`listen ${activityChannel}`)
    onChange(null)
    await lost
  }

  const listenForEver = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      await listen().catch(() => {})
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
