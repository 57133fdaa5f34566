import { type Classified, classify } from '../causes/classify.ts'
import type { RemoteFailure } from '../causes/remote-failure.ts'
import { nextLookUp } from '../policy/quarantine.ts'
import { isHorizonPassed, retryWait } from '../policy/retry.ts'
import type { Chance } from '../ports/chance.ts'
import type { Instant } from '../ports/clock.ts'
import type { Decision } from './decision.ts'
import { type Delivery, newDelivery } from './delivery.ts'

/** When it was decided, with which dice, and since when the connection has been active. */
export type Moment = { readonly now: Instant; readonly chance: Chance; readonly activeSince: Instant }

/** After the service accepted what was sent. */
export function decideAccepted(): Decision {
  return { event: 'accepted', change: newDelivery, pause: null, health: 'worked' }
}

/**
 * After sending failed. What may have been done is looked up before anything else; what certainly was not is
 * tried again, waits for the connection, or waits for a person, as its class says.
 */
export function decideAfterFailure(delivery: Delivery, failure: RemoteFailure, moment: Moment): Decision {
  const classified = classify(failure)
  if (classified.mayBeDone) return lost(delivery, classified, moment, 'failed')
  if (classified.taken) return lost({ ...delivery, taken: true }, classified, moment, 'worked')
  return certainlyNotDone(delivery, classified, moment)
}

/** After a failure before anything was sent, such as no session: however it failed, nothing was done. */
export function decideNotSent(delivery: Delivery, failure: RemoteFailure, moment: Moment): Decision {
  return certainlyNotDone(delivery, classify(failure), moment)
}

function certainlyNotDone(delivery: Delivery, classified: Classified, moment: Moment): Decision {
  if (classified.class === 'needs_person') return refused(classified)
  if (classified.class === 'pause') return waitForConnection(classified)
  return tryAgain(delivery, classified, moment)
}

/**
 * After a claim ran out while something was being sent. Whoever held it sent nothing after `claimEndedAt`,
 * but may have sent it before.
 */
export function decideClaimExpired(delivery: Delivery, claimEndedAt: Instant, now: Instant): Decision {
  const lastByteAt = claimEndedAt
  return {
    event: 'claim_expired',
    change: {
      ...newDelivery,
      attempts: delivery.attempts,
      lastByteAt,
      nextAt: nextLookUp({ lookUps: 0, lastByteAt, now }),
      failingSince: delivery.failingSince ?? now,
      cause: 'no_answer',
    },
    pause: null,
    health: 'worked',
  }
}

function lost(
  delivery: Delivery,
  classified: Classified,
  moment: Moment,
  health: Decision['health'],
): Decision {
  const { now } = moment
  const attempts = delivery.attempts + 1
  return {
    event: 'lost',
    change: {
      attempts,
      failingSince: delivery.failingSince ?? now,
      claim: null,
      lastByteAt: now,
      lookUps: 0,
      absentSince: null,
      taken: delivery.taken,
      nextAt: firstLookUp(classified, attempts, moment),
      cause: classified.cause,
      causeCode: classified.serviceCode,
    },
    pause: null,
    health,
  }
}

/** An answer that the number exists can be looked into at once; silence deserves a moment, and a busy service rest. */
function firstLookUp({ pace, taken }: Classified, attempts: number, { now, chance }: Moment): Instant {
  if (taken) return now
  if (pace === 'throttled') return now + retryWait(attempts, pace, chance)
  return nextLookUp({ lookUps: 0, lastByteAt: now, now })
}

function refused(classified: Classified): Decision {
  return {
    event: 'refused',
    change: { ...newDelivery, cause: classified.cause, causeCode: classified.serviceCode },
    pause: null,
    health: 'worked',
  }
}

/** Not a failure of this one: it stays as it was, and goes when the connection works again. */
function waitForConnection(classified: Classified): Decision {
  return {
    event: 'postponed',
    change: { claim: null, nextAt: null, lookUps: 0 },
    pause: classified.cause,
    health: 'worked',
  }
}

function tryAgain(delivery: Delivery, classified: Classified, moment: Moment): Decision {
  const { now, chance } = moment
  const cause = { cause: classified.cause, causeCode: classified.serviceCode }
  if (isHorizonPassed(delivery.failingSince, moment)) {
    return {
      event: 'gave_up',
      change: { ...newDelivery, cause: 'tried_too_long', causeCode: classified.serviceCode },
      pause: null,
      health: 'failed',
    }
  }
  const attempts = delivery.attempts + 1
  return {
    event: 'postponed',
    change: {
      ...cause,
      attempts,
      failingSince: delivery.failingSince ?? now,
      claim: null,
      lookUps: 0,
      nextAt: now + retryWait(attempts, classified.pace, chance),
    },
    pause: null,
    health: 'failed',
  }
}
