import type { CauseCode } from '../src/causes/causes.ts'
import type { Instant } from '../src/ports/clock.ts'
import type { BookingStepTaken, Commit, RelationStepTaken } from '../src/ports/store.ts'
import type { OrganizationMemory } from './memory.ts'
import type { BookingRecord, RelationRecord } from './memory-records.ts'
import type { World } from './world.ts'

/** What is promised: trying goes on for so long in which the connection works. */
const PROMISED_MS = 72 * 60 * 60 * 1_000

/** What is decided while a connection has just begun to work again may still be judged by how it was before. */
const JUST_ACTIVE_MS = 2 * 60 * 60 * 1_000

/** The causes that say so long; what nobody may look at any more is given up at once. */
const triedLong: ReadonlySet<CauseCode> = new Set(['tried_too_long', 'unresolved_too_long'] as const)

type Step = BookingStepTaken | RelationStepTaken

/**
 * Trying lasts as long as is promised, and no longer: nobody is asked before, and after that a failure asks a person.
 * How soon an outcome is known after the last try is not promised: that takes as long as those who look it up die. To
 * be called before the commit is done.
 */
export function checkTrying(
  { violations }: World,
  memory: OrganizationMemory,
  { at, booking, relation }: Commit,
): void {
  for (const step of [booking, relation]) {
    const tried = [...memory.bookings, ...memory.relations].find(({ id }) => id === step?.id)
    if (step === undefined || tried === undefined) continue
    const { activeSince } = memory.connection
    const triedFor = (until: Instant) => until - Math.max(tried.delivery.failingSince ?? until, activeSince)
    if (isGivenUpForTime(step)) {
      if (at - activeSince >= JUST_ACTIVE_MS && triedFor(at) < PROMISED_MS)
        violations.add(`I6 ${step.id}: given up after ${triedFor(at)} ms`)
    } else if (triedFor(failedAt(step, tried, at)) >= PROMISED_MS)
      violations.add(`I6 ${step.id}: ${step.event} after ${triedFor(at)} ms`)
  }
}

function isGivenUpForTime({ event, change }: Step): boolean {
  return event === 'gave_up' && change.cause != null && triedLong.has(change.cause)
}

/** When that failed which is to be tried again; long ago for what is no such failure. */
function failedAt({ change, event, from }: Step, { delivery }: BookingRecord | RelationRecord, at: Instant) {
  // Certainly not there: reckoned to when it was last sent, however long it took to be certain.
  if (event === 'absent') return delivery.lastByteAt ?? Number.NEGATIVE_INFINITY
  const isUpdateLost = from === 'updating' && (event === 'lost' || event === 'claim_expired')
  const isToBeTriedAgain = event === 'postponed' || event === 'still_unknown' || isUpdateLost
  return isToBeTriedAgain && change.failingSince != null ? at : Number.NEGATIVE_INFINITY
}
