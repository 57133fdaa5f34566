import type { Database } from '@stella/database'
import { type Clock, systemClock } from './clock.ts'

/** The machine's quartz drifts by seconds a day at most; once a minute is plenty. */
const COMPARE_EVERY_MS = 60_000

/**
 * A clock with the database's time of day, for several machines on one database: leases and waits are then
 * reckoned alike, however wrong the time of day of a machine is. Compares once a minute.
 */
export async function databaseClock(database: Database): Promise<Clock & { close(): void }> {
  let offset = await offsetOf(database)
  const timer = setInterval(() => {
    offsetOf(database).then(
      (compared) => {
        offset = compared
      },
      () => {},
    )
  }, COMPARE_EVERY_MS)
  timer.unref()
  return {
    now: () => Math.round(systemClock.monotonic() + offset),
    monotonic: systemClock.monotonic,
    sleep: systemClock.sleep,
    close: () => clearInterval(timer),
  }
}

async function offsetOf(database: Database): Promise<number> {
  const before = systemClock.monotonic()
  const { rows } = await database.pool.query<{ now: Date }>('select clock_timestamp() as now')
  const after = systemClock.monotonic()
  const now = rows[0]?.now
  if (now === undefined) throw new Error('The database tells no time.')
  return now.getTime() - (before + after) / 2
}
