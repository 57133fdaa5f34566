import type { AccountContext } from './accounts/context.ts'
import { accountRoutes } from './accounts/routes.ts'
import { type ActivityContext, activityRoutes } from './activities/routes.ts'
import { type ApiKeyContext, apiKeyRoutes } from './api-keys/routes.ts'
import { attachmentRoutes } from './attachments/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { backfillRoutes } from './backfills/routes.ts'
import { bookingRoutes } from './bookings/routes.ts'
import { caseRoutes } from './cases/routes.ts'
import { causePageRoutes } from './causes/page-routes.ts'
import { connectionRoutes } from './connections/routes.ts'
import { customerRoutes } from './customers/routes.ts'
import { digestRoutes } from './digests/routes.ts'
import { exportRoutes } from './exports/routes.ts'
import { type HealthContext, healthRoutes } from './health/routes.ts'
import type { App } from './http/app.ts'
import { importRoutes } from './imports/routes.ts'
import type { DocumentContext } from './invoices/document-routes.ts'
import { invoiceRoutes } from './invoices/routes.ts'
import { mailServerRoutes } from './mail-servers/routes.ts'
import { mappingRoutes } from './mappings/routes.ts'
import { memberRoutes } from './members/routes.ts'
import { messageRoutes } from './messages/routes.ts'
import { organizationRoutes } from './organizations/routes.ts'
import { overrideRoutes } from './overrides/routes.ts'
import { overviewFiguresRoutes } from './overview/figures-routes.ts'
import { overviewRoutes } from './overview/routes.ts'
import { paymentRoutes } from './payments/routes.ts'
import { productRoutes } from './products/routes.ts'
import { reconciliationRoutes } from './reconciliation/routes.ts'
import { relationRoutes } from './relations/routes.ts'
import { searchRoutes } from './search/routes.ts'
import { seriesRoutes } from './series/routes.ts'
import { shareLinkRoutes } from './share-links/routes.ts'
import { supportCaseRoutes } from './support/case-routes.ts'
import { supportDeskRoutes } from './support/desk-routes.ts'
import { supportRoutes } from './support/routes.ts'
import { vatRoutes } from './vat/routes.ts'

/** What all rooms together need. */
export type ApiContext = AccountContext & ActivityContext & ApiKeyContext & DocumentContext & HealthContext

/** Every operation of the API, one room for each noun. */
export function registerRoutes(app: App, context: ApiContext): void {
  accountRoutes(app, context)
  organizationRoutes(app, context)
  customerRoutes(app, context)
  productRoutes(app, context)
  importRoutes(app, context)
  exportRoutes(app, context)
  invoiceRoutes(app, context)
  attachmentRoutes(app, context)
  mailServerRoutes(app, context)
  mappingRoutes(app, context)
  memberRoutes(app, context)
  messageRoutes(app, context)
  paymentRoutes(app, context)
  searchRoutes(app, context)
  seriesRoutes(app, context)
  shareLinkRoutes(app, context)
  vatRoutes(app, context)
  connectionRoutes(app, context)
  activityRoutes(app, context)
  overviewRoutes(app, context)
  overviewFiguresRoutes(app, context)
  digestRoutes(app, context)
  backfillRoutes(app, context)
  bookingRoutes(app, context)
  overrideRoutes(app, context)
  caseRoutes(app, context)
  causePageRoutes(app)
  relationRoutes(app, context)
  reconciliationRoutes(app, context)
  supportRoutes(app, context)
  supportCaseRoutes(app, context)
  supportDeskRoutes(app, context)
  apiKeyRoutes(app, context)
  auditRoutes(app, context)
  healthRoutes(app, context)
}

/** The same without anything behind them, for the document: routes only keep their context until a request comes. */
export function declareRoutes(app: App): void {
  registerRoutes(app, {} as ApiContext)
}
