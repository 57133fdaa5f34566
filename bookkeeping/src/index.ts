export {
  type BookingState,
  bookingStates,
  failedBookingStates,
  openBookingStates,
} from './bookings/booking-states.ts'
export { type BookingPlanned, planBooking } from './bookings/plan-booking.ts'
export type { PlannedLine, PlannedMutation } from './bookings/planned-mutation.ts'
export { type BookingPreview, type PreviewedLine, previewBooking } from './bookings/preview-booking.ts'
export { type Retried, retryBooking } from './bookings/retry-booking.ts'
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
} from './connections/activate-connection.ts'
export { connectionOf } from './connections/connection-of.ts'
export type { ConnectionState, ConnectionView } from './connections/connection-view.ts'
export { disconnect } from './connections/disconnect.ts'
export { asksSomethingElse } from './connections/pause.ts'
export {
  type CodesField,
  type ConnectionRefusal,
  type ConnectionRefusalCode,
  connectionRefusalCodes,
} from './connections/refusal.ts'
export { type ConnectionTest, testConnection } from './connections/test-connection.ts'
export {
  type HistoricalClock,
  type HistoricalWorker,
  type HistoricalWorkerOptions,
  historicalClock,
  startHistoricalWorker,
} from './engine/historical-worker.ts'
export type { Worker } from './engine/worker.ts'
export { QUARANTINE_MS, TOTAL_TIME_OUT_MS } from './policy/quarantine.ts'
export type { Books, Exchange, Said } from './ports/books.ts'
export { type Chance, systemChance } from './ports/chance.ts'
export { type Clock, type Instant, systemClock } from './ports/clock.ts'
export { databaseClock } from './ports/database-clock.ts'
export { type Log, type LogFields, silentLog } from './ports/log.ts'
export { type ConnectionPaused, type Notices, noNotices } from './ports/notices.ts'
export { customerChanged, planRelation, type RelationPlanned } from './relations/plan-relation.ts'
export {
  failedRelationStates,
  type RelationState,
  relationStates,
  retryableRelationStates,
} from './relations/relation-states.ts'
export { retryRelation } from './relations/retry-relation.ts'
export { type Codes, createSeal, type Seal, SealError } from './sealing/seal.ts'
export { loadSealingKeys, SealingKeyError, type SealingKeys } from './sealing/sealing-keys.ts'
export { startWorker, type WorkerOptions } from './start-worker.ts'
