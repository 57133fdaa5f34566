import type { QueryClient } from '@tanstack/react-query'
import { createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { accountRoutes, letterRoutes } from './accounts/routes.tsx'
import { apiKeyRoutes } from './api-keys/routes.tsx'
import { auditRoutes } from './audit/routes.tsx'
import { backfillRoutes } from './backfills/routes.tsx'
import { caseRoutes } from './cases/routes.tsx'
import { connectionRoutes } from './connections/routes.tsx'
import { customerRoutes } from './customers/routes.tsx'
import { exportRoutes } from './exports/routes.tsx'
import { importRoutes } from './imports/routes.tsx'
import { invoiceRoutes } from './invoices/routes.tsx'
import { FailurePage } from './layouts/FailurePage.tsx'
import { NotFoundPage } from './layouts/NotFoundPage.tsx'
import { PagePending } from './layouts/PagePending.tsx'
import { anybody, elsewhere, guests, home, members, organization, root } from './layouts/routes.tsx'
import { mappingRoutes } from './mappings/routes.tsx'
import { invitationRoutes, memberRoutes, organizationChoiceRoutes } from './members/routes.tsx'
import { mailSettingsRoutes, messageRoutes } from './messages/routes.tsx'
import { organizationRoutes, standingRoutes } from './organizations/routes.tsx'
import { overviewRoutes } from './overview/routes.tsx'
import { ownAccountRoutes, preferenceRoutes, preferences } from './preferences/routes.tsx'
import { productRoutes } from './products/routes.tsx'
import { reconciliationRoutes } from './reconciliation/routes.tsx'
import { seriesRoutes } from './series/routes.tsx'
import { askSupportRoutes, supportRoutes } from './support/routes.tsx'

members.update({ component: lazyRouteComponent(() => import('./signed-in-frame.tsx'), 'Members') })

const routeTree = root.addChildren([
  home,
  guests.addChildren([...accountRoutes]),
  anybody.addChildren([...letterRoutes, ...invitationRoutes]),
  members.addChildren([
    organization.addChildren([
      ...overviewRoutes,
      ...invoiceRoutes,
      ...messageRoutes,
      ...customerRoutes,
      ...productRoutes,
      ...importRoutes,
      ...reconciliationRoutes,
      ...askSupportRoutes,
      ...caseRoutes,
      preferences.addChildren([
        ...preferenceRoutes,
        ...organizationRoutes,
        ...seriesRoutes,
        ...mailSettingsRoutes,
        ...exportRoutes,
        ...backfillRoutes,
        ...connectionRoutes,
        ...mappingRoutes,
        ...memberRoutes,
        ...apiKeyRoutes,
        ...auditRoutes,
      ]),
    ]),
    ...ownAccountRoutes,
    ...organizationChoiceRoutes,
    ...standingRoutes,
    ...supportRoutes,
    elsewhere,
  ]),
])

/** The router over all addresses; pages load when they are needed, or when a link to them is near. */
export function createStellaRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingComponent: PagePending,
    defaultErrorComponent: FailurePage,
    defaultNotFoundComponent: () => <NotFoundPage />,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createStellaRouter>
  }
}
