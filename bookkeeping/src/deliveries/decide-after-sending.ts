import { type CauseCode, isTriedByItself } from '../causes/causes.ts'
import { type Classified, classify, classifyUnsent } from '../causes/classify.ts'
import type { RemoteFailure } from '../causes/remote-failure.ts'
import type { Chance } from '../ports/chance.ts'
import type { Instant } from '../ports/clock.ts'
import { nextLookUp } from '../retries/absence.ts'
import { isHorizonPassed, retryWait } from '../retries/retry.ts'
import type { Decision } from './decision.ts'
import { type Delivery, type DeliveryChange, newDelivery } from './delivery.ts'

/**
 * A refusal asks nothing of the service but an answer, and a period that was opened should not need a person twice:
 * so one invoice of those that wait for it is tried once a day. More often would only repeat a known answer.
 */
const TRY_BY_ITSELF_AFTER_MS = 24 * 60 * 60 * 1_000

const causesOfAccounts: ReadonlySet<CauseCode> = new Set([
  'account_unknown',
  'revenue_account_refused',
  'debtors_account_refused',
] as const)

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
  return certainlyNotDone(delivery, classifyUnsent(failure), moment)
}

function certainlyNotDone(delivery: Delivery, classified: Classified, moment: Moment): Decision {
  if (classified.class === 'needs_person') return refused(classified, moment)
  if (classified.class === 'pause') return pauseOrRefuse(delivery, classified, moment)
  return tryAgain(delivery, classified, moment)
}

/**
 * After a claim ran out while something was being sent, found now by who holds the lane next. Whoever held it sends
 * nothing from now on, but may have sent it before. How long that takes to be seen is reckoned from here, and never
 * from what the dead process knew: each process counts only the time that it saw pass itself (`asObserved`).
 */
export function decideClaimExpired(delivery: Delivery, now: Instant): Decision {
  return {
    event: 'claim_expired',
    change: {
      ...newDelivery,
      attempts: delivery.attempts,
      lastByteAt: now,
      nextAt: nextLookUp({ lookUps: 0, lastByteAt: now, now }),
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

function refused(
  { cause, serviceCode }: Pick<Classified, 'cause' | 'serviceCode'>,
  { now }: Moment,
): Decision {
  return {
    event: 'refused',
    change: { ...newDelivery, cause, causeCode: serviceCode, nextAt: nextTryByItself(cause, now) },
    pause: null,
    health: 'worked',
  }
}

/** When one of those that a fact about the administration holds back is tried; null when nothing is. */
export function nextTryByItself(cause: CauseCode | null, now: Instant): Instant | null {
  return isTriedByItself(cause) ? now + TRY_BY_ITSELF_AFTER_MS : null
}

/**
 * The accounts that sales are booked on concern every invoice, so the connection waits and its test reads them.
 * One that is refused for them once more, after that test found them fit, is alone in it.
 */
function pauseOrRefuse(delivery: Delivery, classified: Classified, moment: Moment): Decision {
  if (!isOfAccounts(classified.cause)) return waitForConnection(classified, {})
  if (isOfAccounts(delivery.cause)) {
    return refused({ ...classified, cause: 'refused_against_its_books' }, moment)
  }
  const { cause, serviceCode } = classified
  return waitForConnection(classified, { cause, causeCode: serviceCode })
}

function isOfAccounts(code: CauseCode | null): boolean {
  return code !== null && causesOfAccounts.has(code)
}

/** Not a failure of this one: it stays as it was, and goes when the connection works again. */
function waitForConnection(classified: Classified, reason: DeliveryChange): Decision {
  return {
    event: 'postponed',
    change: { claim: null, nextAt: null, lookUps: 0, ...reason },
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
