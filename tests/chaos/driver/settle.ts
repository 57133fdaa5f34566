import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Installation } from '../installation/installation.ts'
import { caught } from '../installation/trap.ts'

/**
 * I6: with the faults over, everything ends within this, in time of the engine: the quarantine and its second look
 * (6 min), the longest wait of the breakers and of a few failures (3 min), and a lease twice.
 */
const settledWithinMs = 10 * 60_000
/** And this much of the machine's own time, for processes that start while others use both cores. */
const machineSlackMs = 20_000

/** Waits until nothing is under way; the breaches of I6, which is none when it came to rest in time. */
export async function settle(installation: Installation): Promise<string[]> {
  const startedAt = Date.now()
  const deadline = startedAt + settledWithinMs / installation.time.speed + machineSlackMs
  for (;;) {
    const crashed = crashes(installation)
    if (crashed.length > 0) return crashed
    const open = await openWork(installation)
    if (open.length === 0) return []
    if (Date.now() > deadline)
      return open.map((what) => `I6: still ${what} when all should have come to rest`)
    await sleep(lookEveryMs)
  }
}

const lookEveryMs = 50

async function openWork({ owner }: Installation): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`
    select state || ' ' || invoice_number as what from bookings where state in ('planned', 'sending', 'unknown')
    union all
    select state || ' ' || code from relations where state not in ('present', 'rejected', 'conflict', 'update_rejected')
    union all
    select 'paused for ' || paused_cause from connections where state <> 'active'`.execute(owner.kysely)
  return rows.map(({ what }) => what)
}

/** Processes are killed on purpose or not at all: one that ends by itself has failed. */
function crashes({ places }: Installation): string[] {
  return places
    .filter(({ program }) => program.hasEnded() && !program.output().includes(caught))
    .map(({ program }) => `I6: a process ended by itself: ${program.output()}`)
}

/** Whether mutations wait to be read back. */
export async function hasUnverified({ owner }: Installation): Promise<boolean> {
  const { rows } = await sql`select 1 from bookings where state = 'booked' limit 1`.execute(owner.kysely)
  return rows.length > 0
}
