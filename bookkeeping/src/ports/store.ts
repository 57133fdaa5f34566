import type { ActivityEntry, InvoiceSubject, RelationSubject } from '../activities/activity-entries.ts'
import type { BookingEvent, BookingState } from '../bookings/booking-states.ts'
import type { PlannedMutation } from '../bookings/planned-mutation.ts'
import type { CauseCode } from '../causes/causes.ts'
import type { Pause } from '../connections/pause.ts'
import type { Credited } from '../deliveries/decide-for-credit.ts'
import type { Delivery, DeliveryChange } from '../deliveries/delivery.ts'
import type { SalesAccounts } from '../mappings/sales-accounts.ts'
import type { ContentField, RelationContent } from '../relations/relation-content.ts'
import type { RelationEvent, RelationState } from '../relations/relation-states.ts'
import type { Breaker } from '../retries/breaker.ts'
import type { Exchange, FoundAccount, KnownRelation } from './books.ts'
import type { Instant } from './clock.ts'
import type { NextReading, PaymentsRead, ReadingStore, ReconciliationRead } from './readings.ts'

/** The right to work for one administration, until the lease ends or another takes it with a higher token. */
export type Lane = {
  readonly organizationId: string
  readonly token: bigint
  readonly breaker: Breaker
  /** Somebody had leased it until later, and is gone: a clock was wrong. */
  readonly leaseWasVoid?: true
}

export type LaneConnection = {
  readonly id: string
  /** The books that are linked; what stands in others is left alone, but for outcomes that are unknown. */
  readonly booksId: string
  readonly state: 'active' | 'paused'
  readonly pausedCause: CauseCode | null
  /** Grows with every new set of codes. */
  readonly codesVersion: number
  /** When somebody asked for a test that is still to be made; null when nobody did. */
  readonly testRequestedAt: Instant | null
  readonly nextTestAt: Instant | null
  /** When the open items are read next; null where they are not. */
  readonly paymentsAt: Instant | null
  /** When the sales of a period are read next, or read on. */
  readonly reconciliationAt: Instant | null
  /** When it was last made active, or last resumed. */
  readonly activeSince: Instant
  /** What is booked on that has no account of its own. */
  readonly usualAccounts: Pick<SalesAccounts, 'debtors' | 'revenue'>
}

export type OpenRelation = {
  readonly id: string
  /** The books it is a relation in. */
  readonly booksId: string
  readonly state: RelationState
  readonly delivery: Delivery
  readonly subject: RelationSubject
  /** The customer as it is now. */
  readonly content: RelationContent
  /** Its id in the books; null until they told. */
  readonly idInBooks: number | null
  /** What was last sent of it, and the fields of that which the books have not confirmed. */
  readonly sent: RelationContent | null
  readonly changing: readonly ContentField[]
}

export type OpenBooking = {
  readonly id: string
  /** The books it was sent to, or is meant for. */
  readonly booksId: string
  readonly state: BookingState
  readonly delivery: Delivery
  readonly mutation: PlannedMutation
  /** Under which it was once booked: such a one is never sent again. */
  readonly mutationNumber: number | null
  readonly subject: InvoiceSubject
  readonly relation: OpenRelation
  /** Of a credit note, the booking of the invoice that it takes back; null when it is none, or that one has none. */
  readonly credited: Credited | null
  /** Whether it has credit notes, which may wait for it. */
  readonly hasCredits: boolean
}

/** A booked mutation that has not been read back. */
export type UnverifiedBooking = {
  readonly id: string
  readonly mutationNumber: number
  /** When a reading back first did not see it; null when none was made, or it was seen. */
  readonly absentSince: Instant | null
  readonly mutation: PlannedMutation
  readonly subject: InvoiceSubject
  /** Its relation, as it is known now. */
  readonly relation: KnownRelation & { readonly rowId: string }
}

/** What there is to do for one administration: of each kind the first. */
export type LaneView = {
  readonly connection: LaneConnection
  /** The open booking that comes first, as firstBooking() chooses it. */
  readonly booking: OpenBooking | null
  /** The first of unknown outcome in books that were linked before: it is looked up there, with the codes of then. */
  readonly former: OpenBooking | null
  /** After now, when the next of those ends its wait that are passed, or that wait for a look-up. */
  readonly waitOverAt: Instant | null
  /** One that was being sent when its claim ended, or else the open relation that is due first, now or later. */
  readonly relation: OpenRelation | null
  /** The one that is tried next of those that a fact about the administration holds back; null when none is due. */
  readonly held: OpenBooking | null
  /** When the next of them is due; null when none waits. */
  readonly heldTryAt: Instant | null
  /** Booked mutations that are due for reading back, by number; empty when none is due. */
  readonly unverified: readonly UnverifiedBooking[]
  /** When the next booked mutation is due for that; null when none is waiting. */
  readonly verifyAt: Instant | null
}

export type BookingStepTaken = {
  readonly id: string
  readonly from: BookingState
  readonly event: BookingEvent
  /** The claim it must still be under; for steps out of `sending`. */
  readonly claim?: bigint
  readonly change: DeliveryChange
  readonly mutationNumber?: number
  /** What is sent, where that is not what was planned: people changed the code of the relation since. */
  readonly mutation?: PlannedMutation
}

export type RelationStepTaken = {
  readonly id: string
  readonly from: RelationState
  readonly event: RelationEvent
  readonly claim?: bigint
  readonly change: DeliveryChange
  /** What is being sent, or what the books now have. */
  readonly content?: RelationContent
  /** Its id in the books. */
  readonly idInBooks?: number
  /** The code it has there, when people changed it. */
  readonly code?: string
  /** The fields that are being sent. */
  readonly changing?: readonly ContentField[]
}

/** A writing call that is about to be made; it is finished by the exchange of the same operation. */
export type Intent = { readonly exchangeId: string; readonly operation: string; readonly startedAt: Instant }

/** Everything that one decision writes: all of it, or nothing. */
export type Commit = {
  readonly at: Instant
  /** The books that everything of it is about; a row that stands in others by now is not changed. */
  readonly booksId: string
  readonly booking?: BookingStepTaken
  /** Several only when a batch was read back. */
  readonly verified?: readonly BookingStepTaken[]
  /** Relations whose code people changed in the books. */
  readonly followed?: readonly { readonly relationId: string; readonly code: string }[]
  /** Reading these back is put off. */
  readonly verifyAgain?: { readonly bookingIds: readonly string[]; readonly at: Instant }
  readonly relation?: RelationStepTaken
  /** The relation no longer holds back its bookings. */
  readonly freesBookings?: boolean
  /** This invoice stands in the books: its credit notes no longer wait for it. */
  readonly freesCreditsOf?: string
  /** The service says that this relation is not in its books. */
  readonly relationMissed?: { readonly id: string; readonly change: DeliveryChange }
  /** A fact about the administration that holds back bookings: when one is tried again, or null when it is mended. */
  readonly heldBy?: { readonly cause: CauseCode; readonly tryAt: Instant | null }
  readonly pause?: Pause | null
  readonly tested?: {
    readonly cause: CauseCode | null
    readonly nextTestAt: Instant
    readonly codesVersion: number
    /** The request that this test answers; one that came while it ran stays. */
    readonly requestedAt: Instant | null
    /** The ledger accounts that it found in the books; left out where it came to none. */
    readonly accounts?: readonly FoundAccount[]
  }
  /** What the open items of the books said. */
  readonly payments?: PaymentsRead
  /** One more page of a period. */
  readonly reconciliation?: ReconciliationRead
  readonly nextReading?: NextReading
  readonly activities?: readonly ActivityEntry[]
  readonly intent?: Intent
  /** What was said, and which intent it finishes. */
  readonly exchanges?: readonly Exchange[]
  readonly finishes?: Intent
  /** Whose exchanges they are. */
  readonly about?: { readonly bookingId?: string; readonly relationId?: string }
}

/**
 * `done`: written. `superseded`: something else changed the row first, and nothing was written. `lane_lost`: the
 * lane is no longer ours, and nothing was written.
 */
export type Committed = 'done' | 'superseded' | 'lane_lost'

/**
 * What the engine remembers. Every method is one transaction. Each may fail with an exception, and then it is not
 * known whether it was carried out; the engine is built for that.
 */
export interface Store extends ReadingStore {
  /** Takes lanes that are due and free, those due longest first. */
  claimLanes(claim: { worker: string; now: Instant; leaseUntil: Instant; limit: number }): Promise<Lane[]>
  /** Lengthens leases; returns the organizations whose lane is still ours. */
  renewLanes(lanes: readonly Lane[], leaseUntil: Instant): Promise<ReadonlySet<string>>
  /**
   * Gives a lane back, due again when there is work for it (`nextDue`), but not before `notBefore`. What is added
   * at the same moment must either be seen or make the lane due itself. With `keeps` all the same is written, but
   * the lane stays ours.
   */
  releaseLane(
    lane: Lane,
    closing: { now: Instant; notBefore: Instant | null; breaker: Breaker; keeps?: boolean },
  ): Promise<void>
  /** Null when there is no connection that could work. */
  look(lane: Lane, now: Instant): Promise<LaneView | null>
  commit(lane: Lane, commit: Commit): Promise<Committed>
}
