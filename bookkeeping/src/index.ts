export {
  type BackfillView,
  backfillOf,
} from './backfills/backfill-view.ts'
export {
  type BackfillChoice,
  type ConfirmRefusal,
  confirmBackfill,
} from './backfills/confirm-backfill.ts'
export type { FoundOne, OldInvoice } from './backfills/plan-backfill.ts'
export { netOf, vatOf } from './backfills/plan-backfill.ts'
export { type RequestRefusal, requestBackfill } from './backfills/request-backfill.ts'
export { startBackfills } from './backfills/run-backfills.ts'
export {
  dropBackfill,
  resumeBackfill,
  type StopRefusal,
  stopBackfill,
} from './backfills/stop-backfill.ts'
export { type BooksCompared, compareRestored } from './backups/compare-restored.ts'
export {
  type BookingState,
  failedBookingStates,
} from './bookings/booking-states.ts'
export { planBooking } from './bookings/plan-booking.ts'
export { type MutationPlan, planMutation } from './bookings/plan-mutation.ts'
export type { PlannedMutation } from './bookings/planned-mutation.ts'
export { type BookingPreview, previewBooking } from './bookings/preview-booking.ts'
export { previewWaitOfCredit } from './bookings/preview-credit.ts'
export { type Retried, retryBooking, retryBookingsOfCause } from './bookings/retry-booking.ts'
export { eBoekhoudenAt } from './books/e-boekhouden-books.ts'
export {
  type Actor,
  actors,
  type CauseClass,
  type CauseCode,
  causeCodes,
  causes,
  causesOfRelations,
  isCauseCode,
  isOfferedTogether,
  type Mend,
  mayBeInBooks,
} from './causes/causes.ts'
export { causeOfServiceCode, isKnownServiceCode } from './causes/service-codes.ts'
export { triedAgain, triesAgain } from './causes/tried-again.ts'
export { activateConnection, compareCodes } from './connections/activate-connection.ts'
export type { BooksQuestion, KnownBooks } from './connections/books-question.ts'
export { callBudget, isReadingHeldBack } from './connections/call-budget.ts'
export { changeConnectionPreferences } from './connections/change-preferences.ts'
export { connectionOf } from './connections/connection-of.ts'
export { type ConnectionView, connectionStates, relationsFrom } from './connections/connection-view.ts'
export { disconnect } from './connections/disconnect.ts'
export { isHint, type OpenBooks } from './connections/examine-codes.ts'
export { asksSomethingElse } from './connections/pause.ts'
export type {
  ConnectionRefusal,
  ConnectionRefusalCode,
} from './connections/refusal.ts'
export { testConnection } from './connections/test-connection.ts'
export {
  type KeyInUse,
  placeOfPassword,
  retireSealingKey,
  sealingKeysInUse,
} from './encryption/retire-key.ts'
export { type Codes, createSeal, type Seal, type SealedPassword } from './encryption/seal.ts'
export { loadSealingKeys, SealingKeyError } from './encryption/sealing-keys.ts'
export {
  type HistoricalClock,
  type HistoricalWorker,
  type HistoricalWorkerOptions,
  historicalClock,
  startHistoricalWorker,
} from './engine/historical-worker.ts'
export type { Worker } from './engine/worker.ts'
export { changeMapping, type MappingContent } from './mappings/change-mapping.ts'
export { type MappingView, mappingView } from './mappings/mapping-view.ts'
export { problemsOfProductAccount, productAccountChanged } from './mappings/product-account.ts'
export { type OnAccounts, type TriedInvoice, tryMapping } from './mappings/try-mapping.ts'
export { adopt, type OverrideRefusal } from './overrides/adopt.ts'
export type { AdoptionDifference } from './overrides/compare-adopted.ts'
export { exclude } from './overrides/exclude.ts'
export { type OverrideView, overrideOf } from './overrides/override-view.ts'
export { type MutationRead, readMutationFor } from './overrides/read-mutation.ts'
export { type UndoRefusal, undo } from './overrides/undo.ts'
export { requestPaymentReading } from './payments/request-reading.ts'
export { isPaymentRead, type SayRefusal, sayPaid, unsayPaid } from './payments/say-payment.ts'
export type { Books, Exchange, Said } from './ports/books.ts'
export { systemChance } from './ports/chance.ts'
export { type Clock, systemClock } from './ports/clock.ts'
export { type Log, type LogFields, silentLog } from './ports/log.ts'
export type { ConnectionPaused, Notices } from './ports/notices.ts'
export { type Repeated, repeat } from './ports/repeat.ts'
export type { Difference } from './reconciliation/difference.ts'
export {
  type DifferenceKind,
  differenceActions,
  differenceKinds,
} from './reconciliation/difference-kinds.ts'
export type { IcpRow } from './reconciliation/icp.ts'
export { judgeAgain } from './reconciliation/judge-period.ts'
export {
  type Compared,
  type Reconciliation,
  reconciliationOf,
} from './reconciliation/reconciliation-of.ts'
export { requestReconciliation } from './reconciliation/request-reconciliation.ts'
export { eBoekhoudenRegistersAt, type OpenRegisters } from './registers/e-boekhouden-registers.ts'
export { linkRelation } from './registers/link-relation.ts'
export { type RegisterDependencies, readRegister } from './registers/read-register.ts'
export type { ArticleInBooks, RelationInBooks } from './registers/register.ts'
export {
  customerChanged,
  customersMerged,
  draftDeleted,
  draftLeft,
  planRelation,
} from './relations/plan-relation.ts'
export {
  presentRelationStates,
  type RelationState,
  retryableRelationStates,
} from './relations/relation-states.ts'
export { retryRelation } from './relations/retry-relation.ts'
export { TOTAL_TIME_OUT_MS } from './retries/absence.ts'
export { startRetention } from './start-retention.ts'
export { startWorker } from './start-worker.ts'
