import type { Instant } from '../ports/clock.ts'
import { QUARANTINE_MS } from '../retries/absence.ts'
import { isHorizonPassed } from '../retries/retry.ts'
import type { Moment } from './decide-after-sending.ts'
import type { Decision } from './decision.ts'
import { type Delivery, newDelivery } from './delivery.ts'
import { asObserved, type Observed } from './observed.ts'

/**
 * An update whose outcome is unknown is simply sent again, as it sets every field. But not before the quarantine:
 * the lost one may still arrive, and must not undo a newer one. Nor for ever.
 */
export function decideAfterUpdate(delivery: Delivery, decision: Decision, moment: Moment): Decision {
  if (decision.event !== 'lost' && decision.event !== 'claim_expired') return decision
  if (isHorizonPassed(delivery.failingSince, moment)) {
    const causeCode = decision.change.causeCode ?? null
    const change = { ...newDelivery, cause: 'tried_too_long' as const, causeCode }
    return { ...decision, event: 'gave_up', change }
  }
  const { lastByteAt } = decision.change
  return { ...decision, change: { ...decision.change, nextAt: (lastByteAt ?? moment.now) + QUARANTINE_MS } }
}

/** How long a newer update must still wait until an older one of unknown outcome can no longer arrive; 0 or less: not at all. */
export function waitForOlderUpdate(delivery: Delivery, now: Instant, observed: Observed): number {
  const { lastByteAt } = asObserved(delivery, now, observed)
  return lastByteAt === null ? 0 : lastByteAt + QUARANTINE_MS - now
}
