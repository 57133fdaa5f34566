import { QUARANTINE_MS } from '../policy/quarantine.ts'
import { isHorizonPassed } from '../policy/retry.ts'
import type { Moment } from './decide-after-sending.ts'
import type { Decision } from './decision.ts'
import { type Delivery, newDelivery } from './delivery.ts'

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
