import type { CauseCode } from '../causes/causes.ts'
import type { Instant } from '../ports/clock.ts'

/**
 * How far the sending of one thing is, whether a booking or a relation. Both follow one protocol, because both
 * are written by a call that may have been carried out although its answer never came.
 */
export type Delivery = {
  /** Failures in a row; 0 after success. */
  readonly attempts: number
  /** Since when it fails without a break; null while it does not. */
  readonly failingSince: Instant | null
  /** Not before this; null for at once. */
  readonly nextAt: Instant | null
  /** Token of the lane claim under which it is being sent. */
  readonly claim: bigint | null
  /** No byte of the request left later than this. */
  readonly lastByteAt: Instant | null
  /** Look-ups that found nothing since it was last sent; until it is sent again. */
  readonly lookUps: number
  /** When a look-up first found nothing after the quarantine. */
  readonly absentSince: Instant | null
  /** The service said that the number or code exists already. */
  readonly taken: boolean
  readonly cause: CauseCode | null
  readonly causeCode: string | null
}

export const newDelivery: Delivery = {
  attempts: 0,
  failingSince: null,
  nextAt: null,
  claim: null,
  lastByteAt: null,
  lookUps: 0,
  absentSince: null,
  taken: false,
  cause: null,
  causeCode: null,
}

const { lastByteAt: _, ...restarted } = newDelivery
/** Of what is offered again: it starts anew, and when its last byte left stays known. */
export const restartedDelivery: DeliveryChange = restarted

/** The columns a decision changes; what is absent stays. */
export type DeliveryChange = { readonly [Field in keyof Delivery]?: Delivery[Field] }
