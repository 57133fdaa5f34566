export { type ActivityKind, activityKinds } from './activities/activity-entries.ts'
export {
  type BookingState,
  bookingStates,
  failedBookingStates,
  openBookingStates,
} from './booking/booking-states.ts'
export { type BookingPlanned, planBooking } from './booking/plan-booking.ts'
export type { PlannedLine, PlannedMutation } from './booking/planned-mutation.ts'
export { type BookingPreview, type PreviewedLine, previewBooking } from './booking/preview-booking.ts'
export { type Retried, retryBooking } from './booking/retry-booking.ts'
export { eBoekhoudenAt } from './books/e-boekhouden-books.ts'
export {
  type Actor,
  type Cause,
  type CauseClass,
  type CauseCode,
  causeCodes,
  causes,
  isCauseCode,
  type Mend,
  mayBeInBooks,
} from './causes/causes.ts'
export {
  activateConnection,
  type ConnectionDependencies,
  type ConnectionResult,
  type OpenBooks,
  replaceCodes,
} from './connection/activate-connection.ts'
export { connectionOf } from './connection/connection-of.ts'
export type { ConnectionState, ConnectionView } from './connection/connection-view.ts'
export { disconnect } from './connection/disconnect.ts'
export { asksSomethingElse } from './connection/pause.ts'
export {
  type CodesField,
  type ConnectionRefusal,
  type ConnectionRefusalCode,
  connectionRefusalCodes,
} from './connection/refusal.ts'
export { type ConnectionTest, testConnection } from './connection/test-connection.ts'
export type { Worker } from './engine/worker.ts'
export { QUARANTINE_MS, TOTAL_TIME_OUT_MS } from './policy/quarantine.ts'
export type { Books, Exchange, Said } from './ports/books.ts'
export { type Chance, systemChance } from './ports/chance.ts'
export { type Clock, type Instant, systemClock } from './ports/clock.ts'
export { databaseClock } from './ports/database-clock.ts'
export { type Log, type LogFields, silentLog } from './ports/log.ts'
export { type ConnectionPaused, type Notices, noNotices } from './ports/notices.ts'
export { customerChanged, planRelation, type RelationPlanned } from './relation/plan-relation.ts'
export {
  failedRelationStates,
  type RelationState,
  relationStates,
  retryableRelationStates,
} from './relation/relation-states.ts'
export { retryRelation } from './relation/retry-relation.ts'
export { type Codes, createSeal, type Seal, SealError } from './sealing/seal.ts'
export { loadSealingKeys, SealingKeyError, type SealingKeys } from './sealing/sealing-keys.ts'
export { startWorker, type WorkerOptions } from './start-worker.ts'
