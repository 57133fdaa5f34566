import { QUARANTINE_MS } from '../policy/quarantine.ts'
import type { Instant } from '../ports/clock.ts'
import type { Decision } from './decision.ts'

/**
 * An update whose outcome is unknown is simply sent again, as it sets every field. But not before the quarantine:
 * the lost one may still arrive, and must not undo a newer one.
 */
export function decideAfterUpdate(decision: Decision, lastByteAt: Instant): Decision {
  if (decision.event !== 'lost' && decision.event !== 'claim_expired') return decision
  return { ...decision, change: { ...decision.change, nextAt: lastByteAt + QUARANTINE_MS } }
}
