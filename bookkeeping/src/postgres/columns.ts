import { isCauseCode } from '../causes/causes.ts'
import type { Delivery, DeliveryChange } from '../deliveries/delivery.ts'
import type { Instant } from '../ports/clock.ts'

type DeliveryColumns = {
  attempts: number
  failing_since: Date | null
  next_at: Date | null
  claim: bigint | null
  last_byte_at: Date | null
  look_ups: number
  absent_since: Date | null
  taken: boolean
  cause: string | null
  cause_code: string | null
}

/** The columns a change of a delivery sets. */
export function deliveryColumns(change: DeliveryChange): Partial<DeliveryColumns> {
  const columns: Partial<DeliveryColumns> = {}
  if (change.attempts !== undefined) columns.attempts = change.attempts
  if (change.failingSince !== undefined) columns.failing_since = dateOf(change.failingSince)
  if (change.nextAt !== undefined) columns.next_at = dateOf(change.nextAt)
  if (change.claim !== undefined) columns.claim = change.claim
  if (change.lastByteAt !== undefined) columns.last_byte_at = dateOf(change.lastByteAt)
  if (change.lookUps !== undefined) columns.look_ups = change.lookUps
  if (change.absentSince !== undefined) columns.absent_since = dateOf(change.absentSince)
  if (change.taken !== undefined) columns.taken = change.taken
  if (change.cause !== undefined) columns.cause = change.cause
  if (change.causeCode !== undefined) columns.cause_code = change.causeCode
  return columns
}

export function deliveryOf(row: DeliveryColumns): Delivery {
  return {
    attempts: row.attempts,
    failingSince: instantOf(row.failing_since),
    nextAt: instantOf(row.next_at),
    claim: row.claim,
    lastByteAt: instantOf(row.last_byte_at),
    lookUps: row.look_ups,
    absentSince: instantOf(row.absent_since),
    taken: row.taken,
    cause: isCauseCode(row.cause) ? row.cause : null,
    causeCode: row.cause_code,
  }
}

export function dateOf(instant: Instant | null): Date | null {
  return instant === null ? null : new Date(instant)
}

export function instantOf(date: Date | null): Instant | null {
  return date === null ? null : date.getTime()
}
