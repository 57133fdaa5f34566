import type { App, Context } from '../context.ts'
import { activityRoutes } from './activities.ts'
import { apiKeyRoutes } from './api-keys.ts'
import { connectionRoutes } from './connection.ts'
import { customerRoutes } from './customers.ts'
import { documentRoutes } from './documents.ts'
import { healthRoutes } from './health.ts'
import { invoiceRoutes } from './invoices.ts'
import { organizationRoutes } from './organization.ts'
import { overviewRoutes } from './overview.ts'
import { previewRoutes } from './previews.ts'
import { retryRoutes } from './retries.ts'
import { sessionRoutes } from './session.ts'
import { supportRoutes } from './support.ts'

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
