import type { Instant } from '../ports/clock.ts'
import { isAbsenceCredible } from '../retries/absence.ts'
import type { Delivery } from './delivery.ts'

/** For how long a process itself has known, by the clock that only runs forward. */
export type Observed = {
  /** That the outcome is unknown, with this last byte. */
  readonly unknownMs: number
  /** That a look-up found nothing after the quarantine. */
  readonly absentMs: number
}

/** The two clocks of a machine may drift apart: by 0.05 % while the time of day is corrected. */
const DRIFT_MS = 1_000

/**
 * A delivery of unknown outcome as a process may judge it: its last byte and the first look that found nothing lie
 * no further back than the time that this process has itself seen pass since. The time of day may have jumped
 * forward, or the machine that noted them may have been behind; a request may then still be under way although
 * the quarantine seems over.
 */
export function asObserved(delivery: Delivery, now: Instant, observed: Observed): Delivery {
  const { absentSince, lastByteAt } = delivery
  return {
    ...delivery,
    lastByteAt: lastByteAt === null ? null : Math.max(lastByteAt, now - observed.unknownMs - DRIFT_MS),
    absentSince: absentSince === null ? null : Math.max(absentSince, now - observed.absentMs - DRIFT_MS),
  }
}

/** Whether the request itself may still arrive: until the quarantine is over. */
export function canStillCome(delivery: Delivery, now: Instant, observed: Observed): boolean {
  const { lastByteAt } = asObserved(delivery, now, observed)
  return !isAbsenceCredible(lastByteAt ?? now, now)
}
