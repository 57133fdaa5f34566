export type { BookingRow } from './bookings/booking.ts'
export { freeHeldBookings, hasBookings } from './bookings/bookings-of-relation.ts'
export { type BookingStep, changeBooking, changeBookingStatement } from './bookings/change-booking.ts'
export { findBooking, findBookingOfInvoice } from './bookings/find-booking.ts'
export { type FirstBooking, findFirstBooking } from './bookings/find-first-booking.ts'
export { insertBooking } from './bookings/insert-booking.ts'
export { listUnverifiedBookings } from './bookings/list-unverified-bookings.ts'
export { type NextBookingTimes, nextBookingTimes } from './bookings/next-booking-times.ts'
export { putOffVerification } from './bookings/put-off-verification.ts'
export { type BookingSubject, subjectOfBooking } from './bookings/subject-of-booking.ts'
export { changeConnection } from './connections/change-connection.ts'
export type { ConnectionRow, SealedSecretRow } from './connections/connection.ts'
export { findConnection } from './connections/find-connection.ts'
export { type ConnectionAccounts, saveActiveConnection } from './connections/save-connection.ts'
export { deleteSecret, findSecret, replaceSecret } from './connections/secrets.ts'
export {
  type ExchangeResult,
  type ExchangeRow,
  finishExchangeStatement,
  insertExchangesStatement,
  listExchanges,
} from './exchanges/exchanges.ts'
export { executeTogether, type Statement } from './execute-together.ts'
export { type ClaimedLane, claimLanes } from './lanes/claim-lanes.ts'
export { holdLane, renewLanes } from './lanes/hold-lane.ts'
export { markLaneDue } from './lanes/mark-lane-due.ts'
export { notifyLanes, watchLanes } from './lanes/notify-lanes.ts'
export { releaseLane } from './lanes/release-lane.ts'
export { changeRelation, changeRelationStatement, type RelationStep } from './relations/change-relation.ts'
export {
  findFirstRelation,
  findRelationWithCustomer,
  type RelationWithCustomer,
} from './relations/find-first-relation.ts'
export { findRelation, findRelationOfCustomer } from './relations/find-relation.ts'
export { insertRelation } from './relations/insert-relation.ts'
export {
  countFailedRelations,
  type FailedRelation,
  listFailedRelations,
} from './relations/list-failed-relations.ts'
export type { RelationRow } from './relations/relation.ts'
export { type RelationSubject, subjectOfRelation } from './relations/subject-of-relation.ts'
