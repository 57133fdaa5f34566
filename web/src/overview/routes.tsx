import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { logSearch } from '../activities/search.ts'
import { organization } from '../layouts/routes.tsx'

export const overviewRoutes = [
  createRoute({
    getParentRoute: () => organization,
    path: '/overzicht',
    validateSearch: logSearch,
    component: lazyRouteComponent(() => import('./OverviewPage.tsx'), 'OverviewPage'),
  }),
] as const
