import type { Instant } from '../ports/clock.ts'
import type { LaneView } from '../ports/store.ts'
import { isFailed, isPresent } from '../relations/relation-states.ts'

/**
 * When `chooseWork` will next find something to do in this view; null when only a change from outside can bring
 * work. It says «now» exactly when there is work now, or a worker would take a lane in vain, again and again.
 */
export function nextDue(view: LaneView, now: Instant): Instant | null {
  const { connection, booking, relation } = view
  const due: Instant[] = []
  if (booking?.state === 'sending') due.push(now)
  if (relation?.state === 'sending' || relation?.state === 'updating') due.push(now)
  if (connection.testRequestedAt !== null) due.push(now)
  if (view.former !== null) due.push(view.former.delivery.nextAt ?? now)
  if (connection.nextTestAt !== null) due.push(connection.nextTestAt)
  if (connection.state === 'active') {
    if (relation !== null) due.push(relation.delivery.nextAt ?? now)
    if (view.verifyAt !== null) due.push(view.verifyAt)
    if (connection.paymentsAt !== null) due.push(connection.paymentsAt)
    if (view.heldTryAt !== null) due.push(view.heldTryAt)
    if (view.waitOverAt !== null) due.push(view.waitOverAt)
    if (booking !== null && !waitsForRelation(view)) {
      due.push(isHeld(view) ? now : (booking.delivery.nextAt ?? now))
    }
  }
  return due.length === 0 ? null : Math.max(now, Math.min(...due))
}

/** Its relation is on its way, and is among the open relations itself. */
function waitsForRelation({ booking }: LaneView): boolean {
  return (
    booking?.state === 'planned' && !isPresent(booking.relation.state) && !isFailed(booking.relation.state)
  )
}

function isHeld({ booking }: LaneView): boolean {
  return booking?.state === 'planned' && isFailed(booking.relation.state)
}
