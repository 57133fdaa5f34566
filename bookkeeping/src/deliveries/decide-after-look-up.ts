import type { CauseCode } from '../causes/causes.ts'
import { type Classified, classify } from '../causes/classify.ts'
import type { RemoteFailure } from '../causes/remote-failure.ts'
import { nextTestWhilePaused } from '../connections/test-schedule.ts'
import { isAbsenceCertain, isAbsenceCredible, nextLookUp, SECOND_LOOK_AFTER_MS } from '../retries/absence.ts'
import { isHorizonPassed, retryWait } from '../retries/retry.ts'
import type { Moment } from './decide-after-sending.ts'
import type { Decision } from './decision.ts'
import { type Delivery, newDelivery } from './delivery.ts'
import { asObserved, type Observed } from './observed.ts'

/** What a look-up saw: ours, nothing, or something that a person must judge. */
export type Sighting =
  | { readonly kind: 'ours' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'contradiction'; readonly cause: CauseCode }

/**
 * After looking for something whose outcome is unknown. What is found counts at once, what is not only later.
 *
 * @param moment when it was asked, not when the answer came
 */
export function decideAfterLookUp(
  delivery: Delivery,
  sighting: Sighting,
  moment: Moment,
  observed: Observed,
): Decision {
  return sighting.kind === 'nothing'
    ? notFound(delivery, moment, observed)
    : decideAfterSeen(delivery, sighting)
}

/** What is to be seen counts at once. */
export function decideAfterSeen(
  delivery: Delivery,
  sighting: Exclude<Sighting, { kind: 'nothing' }>,
): Decision {
  return sighting.kind === 'ours'
    ? { event: 'found', change: newDelivery, pause: null, health: 'worked' }
    : contradicted(delivery, sighting.cause)
}

/** After a look-up that failed itself: nothing is learnt, and nothing is sent. */
export function decideAfterFailedLookUp(
  delivery: Delivery,
  failure: RemoteFailure,
  moment: Moment,
): Decision {
  const classified = classify(failure)
  if (classified.cause === 'call_limit_reached') return limited(delivery, classified, moment)
  if (classified.class === 'pause') {
    return { event: 'still_unknown', change: {}, pause: classified.cause, health: 'worked' }
  }
  if (isHorizonPassed(delivery.failingSince, moment)) {
    return {
      event: 'gave_up',
      change: unresolved(delivery, 'unresolved_too_long', classified.serviceCode),
      pause: null,
      health: 'failed',
    }
  }
  const attempts = delivery.attempts + 1
  return {
    event: 'still_unknown',
    change: {
      attempts,
      failingSince: delivery.failingSince ?? moment.now,
      nextAt: moment.now + retryWait(attempts, classified.pace, moment.chance),
    },
    pause: null,
    health: 'failed',
  }
}

/**
 * The limit is one of reading the books, so it holds up what must be looked up and nothing else. The service
 * answered, so what comes after it goes first; and what could not be tried is not reckoned as trying.
 */
function limited(delivery: Delivery, { serviceCode }: Classified, { now }: Moment): Decision {
  const nextAt = nextTestWhilePaused('call_limit_reached', now)
  return {
    event: 'still_unknown',
    change: {
      lookUps: delivery.lookUps + 1,
      failingSince: null,
      nextAt,
      cause: 'look_up_limited',
      causeCode: serviceCode,
    },
    pause: null,
    health: 'worked',
  }
}

function notFound(delivery: Delivery, moment: Moment, observed: Observed): Decision {
  const { now } = moment
  const lookUps = delivery.lookUps + 1
  const seen = asObserved(delivery, now, observed)
  const lastByteAt = seen.lastByteAt ?? now
  if (!isAbsenceCredible(lastByteAt, now)) {
    return stillUnknown({ lookUps, nextAt: nextLookUp({ lookUps, lastByteAt, now }) })
  }
  if (seen.absentSince === null) {
    return stillUnknown({ lookUps, absentSince: now, nextAt: now + SECOND_LOOK_AFTER_MS })
  }
  if (!isAbsenceCertain(seen.absentSince, now)) {
    return stillUnknown({ lookUps, nextAt: seen.absentSince + SECOND_LOOK_AFTER_MS })
  }
  // The service insists that the number exists, and yet it is not to be found: sending again would loop.
  if (delivery.taken) return contradicted(delivery, 'number_taken_not_found')
  // Reckoned to when it was last sent: what a long outage kept from being looked up is sent once more.
  const isLastTry = isHorizonPassed(delivery.failingSince, { ...moment, now: delivery.lastByteAt ?? now })
  return isLastTry ? gaveUp(delivery) : absent(delivery, lookUps, moment)
}

/** It may be sent again, and each time after a longer wait: it may be what the service stumbles over. */
function absent(delivery: Delivery, lookUps: number, { now, chance }: Moment): Decision {
  const { attempts, failingSince, cause, causeCode } = delivery
  const nextAt = now + retryWait(attempts, 'failure', chance)
  return {
    event: 'absent',
    change: { ...newDelivery, attempts, failingSince, lookUps, nextAt, cause, causeCode },
    pause: null,
    health: 'worked',
  }
}

/** It certainly is not there, and was tried for as long as trying makes sense. */
function gaveUp(delivery: Delivery): Decision {
  return {
    event: 'gave_up',
    change: unresolved(delivery, 'tried_too_long', delivery.causeCode),
    pause: null,
    health: 'worked',
  }
}

function stillUnknown(change: Decision['change']): Decision {
  return { event: 'still_unknown', change, pause: null, health: 'worked' }
}

function contradicted(delivery: Delivery, cause: CauseCode): Decision {
  return {
    event: 'contradicted',
    change: unresolved(delivery, cause, delivery.causeCode),
    pause: null,
    health: 'worked',
  }
}

/** Keeps when the last byte left: whoever offers it again starts with a look-up, under the same quarantine. */
function unresolved(delivery: Delivery, cause: CauseCode, causeCode: string | null): Delivery {
  return { ...newDelivery, lastByteAt: delivery.lastByteAt, taken: false, cause, causeCode }
}
