import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Installation } from '../installation/installation.ts'
import type { Moment } from '../installation/points.ts'
import { scaledClock } from '../processes/scaled-clock.ts'
import { momentOfDeath } from './death.ts'

/**
 * I6: with the faults over, everything ends within this, in time of the engine: the quarantine and its second look
 * (6 min), the longest wait of the breakers and of a few failures (3 min), and a lease twice. It is reckoned from the
 * last start of a process, which has seen no time pass, and from the last byte of what is still open: on a busy machine
 * a lease ends while a call is under way, and the quarantine begins anew.
 */
const settledWithinMs = 10 * 60_000
/** And this much of the machine's own time, for processes that start while others use both cores. */
const machineSlackMs = 45_000
/** What loses its lease again and again does not come to rest: so many times that long is the most. */
const mostTimes = 4

/**
 * Waits until nothing is under way; the breaches of I6, which is none when it came to rest in time. Processes that
 * are killed on purpose meanwhile are started again, and told to `onDeath`.
 */
export async function settle(
  installation: Installation,
  onDeath: (moment: Moment) => void = () => {},
): Promise<string[]> {
  const { speed } = installation.time
  const patienceMs = settledWithinMs / speed + machineSlackMs
  const latest = Date.now() + mostTimes * patienceMs
  let since = Date.now()
  for (;;) {
    for (const place of installation.places.filter(({ program }) => program.hasEnded())) {
      const moment = momentOfDeath(place)
      if (moment === null) return [`I6: a process ended by itself: ${place.program.output()}`]
      installation.restart(place)
      since = Date.now()
      onDeath(moment)
    }
    const open = await openWork(installation)
    if (open.length === 0) return []
    const sentAt = Date.now() - (Math.min(...open.map(({ sent }) => sent ?? Infinity)) * 1_000) / speed
    if (Date.now() > Math.min(Math.max(since, sentAt) + patienceMs, latest))
      return open.map((row) => `I6: still ${sentenceOf(row)} when all should have come to rest`)
    await sleep(lookEveryMs)
  }
}

const lookEveryMs = 50

async function openWork({ owner, time }: Installation): Promise<OpenRow[]> {
  const now = new Date(scaledClock(time).now())
  const { rows } = await sql<OpenRow>`
    with open as (
      select organization_id, invoice_number as name, state, next_at, last_byte_at, attempts, look_ups,
        cause from bookings
      where state in ('planned', 'sending', 'unknown')
      union all
      select relations.organization_id, code, relations.state, next_at, last_byte_at, attempts, look_ups, cause
      from relations
      join connections using (organization_id, books_id)
      where relations.state in ('planned', 'sending', 'unknown', 'outdated', 'updating')
      union all
      select organization_id, 'the connection', state, next_test_at, null, 0, 0, paused_cause from connections
      where state = 'paused'
    )
    select open.*, ${secondsUntil('open.next_at', now)} as due, -${secondsUntil('open.last_byte_at', now)} as sent, ${secondsUntil('lane.next_at', now)} as lane_due,
      ${secondsUntil('lane.lease_until', now)} as leased, ${secondsUntil('lane.closed_until', now)} as closed
    from open join booking_lanes lane using (organization_id)`.execute(owner.kysely)
  return rows
}

function sentenceOf(it: OpenRow): string {
  return (
    `${it.state} ${it.name}: ${it.cause}, ${it.attempts} attempts, sent ${it.sent} s ago, ${it.look_ups} look-ups, ` +
    `due in ${it.due} s, its lane due in ${it.lane_due} s, leased for ${it.leased} s, closed for ${it.closed} s`
  )
}

type OpenRow = {
  name: string
  state: string
  attempts: number
  look_ups: number
  cause: string | null
  due: number | null
  /** Its last byte, so long ago. */
  sent: number | null
  lane_due: number | null
  leased: number | null
  closed: number | null
}

/** In time of the engine; negative when it has passed. */
function secondsUntil(column: string, now: Date) {
  return sql`round(extract(epoch from ${sql.ref(column)} - ${now}::timestamptz))::int`
}

/** Whether mutations wait to be read back. */
export async function hasUnverified({ owner }: Installation): Promise<boolean> {
  const { rows } = await sql`select 1 from bookings where state = 'booked' limit 1`.execute(owner.kysely)
  return rows.length > 0
}

/** Reading back comes round every quarter of an hour; this makes it come round now. */
export async function readBackNow({ owner, time }: Installation): Promise<void> {
  const now = new Date(scaledClock(time).now())
  await sql`update bookings set verify_at = ${now} where state = 'booked'`.execute(owner.kysely)
  await sql`update booking_lanes set next_at = least(next_at, ${now})`.execute(owner.kysely)
}
