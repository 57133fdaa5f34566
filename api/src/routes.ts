import { sessionRoutes } from './accounts/routes.ts'
import { activityRoutes } from './activities/routes.ts'
import { apiKeyRoutes } from './api-keys/routes.ts'
import { retryRoutes } from './bookings/routes.ts'
import { connectionRoutes } from './connections/routes.ts'
import { customerRoutes } from './customers/routes.ts'
import { healthRoutes } from './health/routes.ts'
import type { App, Context } from './http/context.ts'
import { documentRoutes } from './invoices/document-routes.ts'
import { previewRoutes } from './invoices/preview-routes.ts'
import { invoiceRoutes } from './invoices/routes.ts'
import { organizationRoutes } from './organizations/routes.ts'
import { overviewRoutes } from './overview/routes.ts'
import { supportRoutes } from './support/routes.ts'

/** Every operation of the API, one file per resource. */
export function registerRoutes(app: App, context: Context): void {
  sessionRoutes(app, context)
  organizationRoutes(app, context)
  customerRoutes(app, context)
  invoiceRoutes(app, context)
  previewRoutes(app, context)
  documentRoutes(app, context)
  connectionRoutes(app, context)
  activityRoutes(app, context)
  overviewRoutes(app, context)
  retryRoutes(app, context)
  supportRoutes(app, context)
  apiKeyRoutes(app, context)
  healthRoutes(app, context)
}
