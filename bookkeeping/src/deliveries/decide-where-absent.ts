import type { CauseCode } from '../causes/causes.ts'
import type { Decision } from './decision.ts'
import { type Delivery, newDelivery } from './delivery.ts'

/**
 * What is certainly not in the books is sent there, or sent again; but for two kinds. What once stood there under a
 * number was taken away by somebody, who alone can say whether that was right. And what was sent to books that are
 * no longer linked goes nowhere else by itself: a person decides.
 */
export function decideWhereAbsent(
  delivery: Delivery,
  decision: Decision,
  { wasBooked, inFormerBooks }: { wasBooked: boolean; inFormerBooks: boolean },
): Decision {
  if (!isAbsent(decision)) return decision
  if (wasBooked) return told(delivery, 'contradicted', 'missing_in_books')
  return inFormerBooks ? told(delivery, 'absent_elsewhere', 'absent_in_former_books') : decision
}

/**
 * What refuses us in books that are no longer linked pauses nothing: the linked ones are others. Without a way in,
 * nobody but a person can look there.
 */
export function decideInFormerBooks(delivery: Delivery, decision: Decision): Decision {
  return decision.pause === null ? decision : told(delivery, 'gave_up', 'former_books_closed')
}

/** Also when it was tried for so long that it would not be sent again in any case. */
function isAbsent({ event, change }: Decision): boolean {
  return event === 'absent' || (event === 'gave_up' && change.cause === 'tried_too_long')
}

function told(delivery: Delivery, event: Decision['event'], cause: CauseCode): Decision {
  const { causeCode, lastByteAt } = delivery
  return {
    event,
    change: { ...newDelivery, lastByteAt, cause, causeCode },
    pause: null,
    health: 'worked',
  }
}
