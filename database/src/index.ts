export { announceActivities } from './activities/announce-activities.ts'
export {
  type ActivityListRequest,
  activitiesAfter,
  type ListedActivity,
  latestActivityPosition,
  listActivities,
  timelineOfInvoice,
  timelineOfRelation,
} from './activities/list-activities.ts'
export {
  type Activity,
  type ActivityOutcome,
  type ActivityParameters,
  type ActivitySubject,
  lockActivities,
  type NewActivity,
  recordActivitiesStatement,
  recordActivity,
} from './activities/record-activity.ts'
export { type ActivityWatch, watchActivities } from './activities/watch-activities.ts'
export * from './bookkeeping-queries.ts'
export type { StoredCustomer } from './customers/customer-row.ts'
export { type CustomerListRequest, findCustomer, listCustomers } from './customers/list-customers.ts'
export { type CustomerChange, saveCustomer, updateCustomer } from './customers/save-customer.ts'
export {
  type EmbeddedServer,
  type EmbeddedServerOptions,
  startEmbeddedServer,
} from './embedded-server/index.ts'
export { DatabaseError, type DatabaseErrorCode, databaseErrors } from './errors.ts'
export { inOrganization, inTransaction, type Transaction } from './in-organization.ts'
export type { BooksState } from './invoices/books-state.ts'
export { type Finalization, finalizeInvoice, NotFinalizableError } from './invoices/finalize-invoice.ts'
export { findInvoice } from './invoices/find-invoice.ts'
export {
  type BooksFigures,
  booksFigures,
  countDrafts,
  type TurnoverFigures,
  turnoverFigures,
} from './invoices/invoice-figures.ts'
export { type InvoiceListRequest, type InvoiceSummary, listInvoices } from './invoices/list-invoices.ts'
export { nextInvoiceNumber } from './invoices/next-invoice-number.ts'
export { type DraftChange, deleteDraft, saveDraft, updateDraft } from './invoices/save-draft.ts'
export type { StoredDraft, StoredFinal, StoredInvoice } from './invoices/stored-invoice.ts'
export type { Page, PageRequest } from './lists/page.ts'
export * from './mail-queries.ts'
export { migrate } from './migrations/migrate.ts'
export { type Database, type DatabaseRole, type OpenDatabaseOptions, openDatabase } from './open-database.ts'
export { findProfile, saveProfile } from './organizations/profile.ts'
export { databaseErrorOf } from './postgres-errors.ts'
export type { DB } from './schema.generated.ts'
export {
  listSupportAudit,
  type NewSupportAudit,
  recordSupportAudit,
  type SupportAction,
  type SupportAudit,
  type SupportSubject,
} from './support-audit/support-audit.ts'
export {
  findSupportBooking,
  listSupportBookings,
  type SupportBookingDetailRow,
  type SupportBookingRow,
} from './support-bookings/support-bookings.ts'
export {
  listPausedConnections,
  type SupportConnectionRow,
} from './support-connections/support-connections.ts'
export {
  findSupportRelation,
  listSupportRelations,
  type SupportRelationDetailRow,
  type SupportRelationRow,
} from './support-relations/support-relations.ts'
