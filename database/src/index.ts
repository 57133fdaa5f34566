export {
  type ActivityKind,
  type ActivityKindOf,
  type ActivityOutcome,
  type ActivitySign,
  activityKinds,
  activityOutcomes,
  activitySigns,
  activitySubjects,
  isActivityKind,
} from './activities/activity-kinds.ts'
export { announceActivities } from './activities/announce-activities.ts'
export {
  activitiesAfter,
  latestActivityPosition,
  listActivities,
  peopleInActivities,
  positionOfActivity,
  timelineOfInvoice,
  timelineOfRelation,
} from './activities/list-activities.ts'
export type { ActivityListRequest, ListedActivity } from './activities/listed-activity.ts'
export {
  type Activity,
  lockActivities,
  type NewActivity,
  recordActivities,
  recordActivitiesStatement,
  recordActivity,
} from './activities/record-activity.ts'
export { watchActivities } from './activities/watch-activities.ts'
export * from './attachments/attachment.ts'
export {
  attachAlways,
  attachToDraft,
  detachAlways,
  detachFromDraft,
} from './attachments/change-attachments.ts'
export * from './attachments/list-attachments.ts'
export * from './audit/installation-audit.ts'
export { type AuditEntry, listAudit } from './audit/list-audit.ts'
export { auditActions, auditActors, type NewAudit, recordAudit } from './audit/record-audit.ts'
export * from './audit/untold-audit.ts'
export { type AuditVerification, auditFindings, verifyAudit } from './audit/verify-audit.ts'
export * from './backfills/backfill-items.ts'
export * from './backfills/backfill-states.ts'
export * from './backfills/backfills.ts'
export * from './backfills/list-unbooked.ts'
export * from './backfills/relations-to-match.ts'
export type { BackupPart } from './backups/backup-part.ts'
export { type ComesBack, comesBack } from './backups/comes-back.ts'
export { copyIn, type Restored } from './backups/copy-in.ts'
export { copyOut } from './backups/copy-out.ts'
export { markRestored } from './backups/mark-restored.ts'
export { oneAtATime } from './backups/one-at-a-time.ts'
export * from './backups/restored-bookings.ts'
export { tryRestore } from './backups/try-restore.ts'
export { refuseUnfinishedRestore } from './backups/unfinished-restore.ts'
export type { BookingRow } from './bookings/booking.ts'
export { freeHeldBookings, hasBookings } from './bookings/bookings-of-relation.ts'
export { type BookingStep, changeBooking, changeBookingStatement } from './bookings/change-booking.ts'
export { isKnownClosed } from './bookings/closed-period.ts'
export { findBooking, findBookingOfCredited, findBookingOfInvoice } from './bookings/find-booking.ts'
export { type BookingOfInvoice, type FirstBooking, findFirstBooking } from './bookings/find-first-booking.ts'
export { findFormerBooking } from './bookings/find-former-booking.ts'
export { freeCreditNotes } from './bookings/free-credit-notes.ts'
export { findHeldBooking, offerBookingsAgain, putOffHeldBookings } from './bookings/held-bookings.ts'
export { insertBooking } from './bookings/insert-booking.ts'
export { type LateBookings, lateBookings } from './bookings/late-bookings.ts'
export { countFailureCauses, type FailureCause, listFailureCauses } from './bookings/list-failure-causes.ts'
export { listUnverifiedBookings } from './bookings/list-unverified-bookings.ts'
export { nextBookingTimes } from './bookings/next-booking-times.ts'
export { putOffVerification } from './bookings/put-off-verification.ts'
export { subjectOfBooking } from './bookings/subject-of-booking.ts'
export * from './books/books.ts'
export { type BooksFacts, booksFacts } from './books/books-facts.ts'
export { areBooksLinkedElsewhere } from './books/linked-elsewhere.ts'
export { customersToMove, moveBooking, moveBookings } from './books/move-bookings.ts'
export * from './books/numbers-in-books.ts'
export * from './cases/case-states.ts'
export * from './cases/case-to-tell.ts'
export { endConsent, giveConsent, hasConsent } from './cases/consent.ts'
export * from './cases/find-case.ts'
export * from './cases/proposals.ts'
export * from './cases/save-case.ts'
export { changeConnection } from './connections/change-connection.ts'
export type { ConnectionRow } from './connections/connection.ts'
export { connectionReading, findConnection } from './connections/find-connection.ts'
export { type CurrentPause, findPause } from './connections/find-pause.ts'
export { type ConnectionAccounts, saveActiveConnection } from './connections/save-connection.ts'
export {
  deleteFormerSecrets,
  deleteSecrets,
  findSecret,
  hasSecret,
  listSecrets,
  replaceSecret,
  resealSecret,
  type SecretOf,
} from './connections/secrets.ts'
export { archiveCustomer } from './customers/archive-customer.ts'
export { type CustomerFigures, customerFigures } from './customers/customer-figures.ts'
export type { StoredCustomer } from './customers/customer-row.ts'
export * from './customers/customers-with-figures.ts'
export { deleteCustomer } from './customers/delete-customer.ts'
export { forgetCustomer, type KnownOfCustomer, knownOfCustomer } from './customers/forget-customer.ts'
export { findCustomer, listCustomers } from './customers/list-customers.ts'
export { type MergedCustomers, mergeCustomers } from './customers/merge-customers.ts'
export { saveCustomer, saveCustomers, updateCustomer } from './customers/save-customer.ts'
export { changeDigestWish, findDigestWish } from './digests/digest-wish.ts'
export { organizationsToTell, takeDigest } from './digests/digests.ts'
export {
  type FailedFor,
  isAnythingWaiting,
  type WaitingForPeople,
  waitingForPeople,
} from './digests/waiting-for-people.ts'
export { startEmbeddedServer } from './embedded-server/index.ts'
export { DatabaseError } from './errors/database-error.ts'
export { databaseErrorOf } from './errors/postgres-errors.ts'
export {
  countExchanges,
  countExchangesByOperation,
  type ExchangeResult,
  type ExchangeRow,
  finishExchangeStatement,
  insertExchangesStatement,
  listExchanges,
} from './exchanges/exchanges.ts'
export * from './exports/exports.ts'
export { noteHeartbeat } from './health/heartbeat.ts'
export { type InstallationFigure, installationFigures } from './health/installation-figures.ts'
export * from './imports/find-import.ts'
export { findImportMapping, saveImportMapping } from './imports/import-mapping.ts'
export * from './imports/import-parts.ts'
export * from './imports/import-rows.ts'
export * from './imports/import-states.ts'
export { findKnownCustomers, findKnownProducts } from './imports/known-in-stella.ts'
export { changeImport, deleteImport, saveImport } from './imports/save-import.ts'
export { takeBack } from './imports/take-back.ts'
export { creditInvoice, creditOf, creditsOf, seriesOfCreditNotes } from './invoices/credit-invoice.ts'
export { finalizeInvoice, NotFinalizableError } from './invoices/finalize-invoice.ts'
export { findInvoice } from './invoices/find-invoice.ts'
export { findLookAlike } from './invoices/find-look-alike.ts'
export { insertFinalInvoices, type NewFinalInvoice } from './invoices/insert-final-invoices.ts'
export {
  deleteHistory,
  findNumberedInvoices,
  insertHistory,
  type NumberedInvoice,
} from './invoices/insert-history.ts'
export { type BooksFigures, booksFigures, countDrafts, turnoverFigures } from './invoices/invoice-figures.ts'
export type { InvoiceFilter } from './invoices/invoice-filter.ts'
export { invoiceSorts } from './invoices/invoice-order.ts'
export { keptPdf } from './invoices/kept-pdf.ts'
export { type InvoiceSummary, listInvoices, sumInvoices } from './invoices/list-invoices.ts'
export { ageFigures, ages, monthFigures, vatFigures } from './invoices/overview-figures.ts'
export { deleteDraft, saveDraft, updateDraft } from './invoices/save-draft.ts'
export type { StoredFinal, StoredInvoice } from './invoices/stored-invoice.ts'
export { sumDistanceSales } from './invoices/sum-distance-sales.ts'
export { invoiceFindings, verifyInvoices } from './invoices/verify-invoices.ts'
export { claimLanes } from './lanes/claim-lanes.ts'
export { holdLane, renewLanes } from './lanes/hold-lane.ts'
export { listLanes } from './lanes/list-lanes.ts'
export { markLaneDue } from './lanes/mark-lane-due.ts'
export { releaseLane } from './lanes/release-lane.ts'
export { findHeldLane, takeLane } from './lanes/take-lane.ts'
export type { Page, PageRequest } from './lists/page.ts'
export { sortDirections } from './lists/sort.ts'
export { ensureLogins, type Logins } from './logins/ensure-logins.ts'
export { type LoginSecret, loginSecret } from './logins/login-secret.ts'
export { type WorkingRole, workingRoles } from './logins/working-role.ts'
export * from './mail-servers/mail-server.ts'
export * from './mappings/ledger-accounts.ts'
export * from './mappings/mapping.ts'
export * from './mappings/product-accounts.ts'
export * from './mappings/waiting-bookings.ts'
export {
  changeRecipient,
  claimRecipient,
  type RecipientStep,
  settleMessages,
} from './messages/change-recipient.ts'
export { findMessage, type StoredMessage, type StoredRecipient } from './messages/find-message.ts'
export { listFailedMessages, listMessages } from './messages/list-messages.ts'
export {
  findMailSettings,
  listMailTemplates,
  type StoredMailSettings,
  saveMailSettings,
  saveMailTemplate,
} from './messages/mail-settings.ts'
export { organizationsOfMessage } from './messages/organizations-of-message.ts'
export {
  type MessageCause,
  mailStates,
  messageCauses,
  openRecipientStates,
  recipientKinds,
  recipientStates,
} from './messages/recipient-states.ts'
export { saveMessage } from './messages/save-message.ts'
export { requireRoomToSend } from './messages/sending-limit.ts'
export { migrate } from './migrations/migrate.ts'
export * from './organizations/close-organization.ts'
export { copyOrganization } from './organizations/copy-organization.ts'
export { listStandings, type OrganizationStanding } from './organizations/list-standings.ts'
export { findLogo, type StoredLogo, saveLogo } from './organizations/logo.ts'
export { findProfile, saveProfile } from './organizations/profile.ts'
export { whatCloses } from './organizations/what-closes.ts'
export * from './overrides/mutation-readings.ts'
export * from './overrides/override-booking.ts'
export * from './overrides/overrides.ts'
export {
  changePauseNotice,
  lockPauseNotice,
  openPauseNotice,
  type PauseNotice,
} from './pause-notices/pause-notice.ts'
export { type Deductions, deductionsOf } from './payments/deductions.ts'
export { findPayment, type PaymentFigures, paymentFigures } from './payments/find-payment.ts'
export { listPayables, type PayableInBooks } from './payments/list-payables.ts'
export { paidOf } from './payments/paid.ts'
export type { PaymentRecord } from './payments/payment.ts'
export * from './payments/save-payments.ts'
export { setNextReading } from './payments/set-next-reading.ts'
export * from './people/operate-accounts.ts'
export * from './people/people-in-charge.ts'
export { letInAgain, shutOut } from './people/shut-out.ts'
export { type AccessChange, watchAccess } from './people/watch-access.ts'
export { type Database, openDatabase } from './pools/open-database.ts'
export { findProduct, listProducts } from './products/list-products.ts'
export type { StoredProduct } from './products/product-row.ts'
export { saveProduct, saveProducts, updateProduct } from './products/save-product.ts'
export * from './reconciliation/accepted-differences.ts'
export { listSales, numbersGiven, type SaleRow } from './reconciliation/list-sales.ts'
export * from './reconciliation/reconciliations.ts'
export { listJudgedPeriods, saveVerdict } from './reconciliation/verdicts.ts'
export {
  changeRelation,
  changeRelationStatement,
  followRelationCode,
  type RelationStep,
} from './relations/change-relation.ts'
export {
  findFirstRelation,
  findRelationWithCustomer,
  listInvoicedRelations,
  type RelationWithCustomer,
} from './relations/find-first-relation.ts'
export * from './relations/find-relation.ts'
export { forgetUnsettledRelations, insertRelation, settleRelation } from './relations/insert-relation.ts'
export { countFailedRelations, listFailedRelations } from './relations/list-failed-relations.ts'
export type { RelationRow } from './relations/relation.ts'
export { subjectOfRelation } from './relations/subject-of-relation.ts'
export { holderOfRelation } from './relations/take-relations.ts'
export {
  type Batch,
  fromTheOldest,
  type PassedUpTo,
  removeOldActivities,
  removeOldExchanges,
} from './retention/remove-old.ts'
export { requireGrants } from './roles/require-grants.ts'
export type { DB } from './schema/schema.generated.ts'
export { findAlike } from './search/find-alike.ts'
export { findSeries, listSeries, type StoredSeries } from './series/find-series.ts'
export { type NextNumber, nextNumberOf } from './series/next-number.ts'
export { reserveNumbers } from './series/reserve-numbers.ts'
export { deleteSeries, saveSeries, updateSeries } from './series/save-series.ts'
export { setNextNumber } from './series/set-next-number.ts'
export { ensureShareLink } from './share-links/ensure-share-link.ts'
export { addressOfLink, hashOfSecret } from './share-links/link-secret.ts'
export * from './share-links/share-link.ts'
export * from './support/around-case.ts'
export * from './support/names-in-sight.ts'
export * from './support/support-audit.ts'
export * from './support/support-bookings.ts'
export * from './support/support-connections.ts'
export * from './support/support-figures.ts'
export * from './support/support-relations.ts'
export * from './support/support-search.ts'
export {
  executeLast,
  executeTogether,
  type Statement,
  type Together,
} from './transactions/execute-together.ts'
export { inOrganization, inPerson, inTransaction, type Transaction } from './transactions/in-organization.ts'
export { undoUnless } from './transactions/undo-unless.ts'
export { listVatRates } from './vat/list-vat-rates.ts'
export { announceWork, type KindOfWork, watchWork } from './wake-ups/wake-ups.ts'
