import type { Instant } from '../ports/clock.ts'
import { isAbsenceCertain, SECOND_LOOK_AFTER_MS } from '../retries/absence.ts'
import { decideAfterSeen, type Sighting } from './decide-after-look-up.ts'
import type { Decision } from './decision.ts'
import { type Delivery, type DeliveryChange, newDelivery } from './delivery.ts'

/**
 * So long a look-up waits that contradicts what the service said when it refused: longer than its reads may lag
 * behind its writes (taken as 2 min, see the quarantine), so that the next one shows what was true by then.
 */
const LOOK_AGAIN_AFTER_MS = 3 * 60 * 1_000
/** So often the service may say that a relation is not there which its own list shows. */
const MOST_TIMES_MISSED = 3

/**
 * After a booking was refused because the service does not know its relation: it waits until that was looked up.
 * What keeps being refused although the relation is to be seen, waits for a person.
 */
export function decideRelationMissed(
  delivery: Delivery,
  causeCode: string | null,
  now: Instant,
): Decision & { readonly missed: DeliveryChange | null } {
  const attempts = delivery.cause === 'reported_as_missing' ? delivery.attempts + 1 : 1
  if (attempts >= MOST_TIMES_MISSED) {
    const change = { ...newDelivery, cause: 'refused_against_its_books' as const, causeCode }
    return { event: 'refused', change, pause: null, health: 'worked', missed: null }
  }
  const nextAt = attempts === 1 ? null : now + LOOK_AGAIN_AFTER_MS
  const reason = { nextAt, cause: 'reported_as_missing', causeCode } as const
  return {
    event: 'postponed',
    change: { claim: null, lookUps: 0, attempts, ...reason },
    pause: null,
    health: 'worked',
    missed: missedDelivery(reason),
  }
}

/** Of a relation that the service says it does not know. One that waits to be looked for is passed by others. */
export function missedDelivery(reason: Pick<Delivery, 'nextAt' | 'cause' | 'causeCode'>): Delivery {
  return { ...newDelivery, lookUps: reason.nextAt === null ? 0 : 1, ...reason }
}

/**
 * After looking for a relation that the service itself says it does not know. Nothing of ours is under way, so
 * «not there» needs no quarantine. That is told, and only when somebody wants it there again it is added: when two
 * looks a minute apart did not see it, of which the first may be the one that was told.
 *
 * @param now when it was asked
 */
export function decideAfterMissed(delivery: Delivery, sighting: Sighting, now: Instant): Decision {
  if (sighting.kind !== 'nothing') return decideAfterSeen(delivery, sighting)
  if (delivery.cause === 'being_looked_up') {
    const absentSince = delivery.absentSince ?? now
    return isAbsenceCertain(absentSince, now)
      ? { event: 'absent', change: newDelivery, pause: null, health: 'worked' }
      : lookOnceMore(absentSince)
  }
  const change = { ...newDelivery, cause: 'relation_missing' as const, causeCode: delivery.causeCode }
  return { event: 'refused', change, pause: null, health: 'worked' }
}

function lookOnceMore(absentSince: Instant): Decision {
  const change = { absentSince, nextAt: absentSince + SECOND_LOOK_AFTER_MS }
  return { event: 'still_unknown', change, pause: null, health: 'worked' }
}
