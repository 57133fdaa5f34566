import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { activitiesOf } from '../activities/queries.ts'
import { logSearch } from '../activities/search.ts'
import { arrival, knownFirst } from '../api/arrival.ts'
import { organization } from '../layouts/routes.tsx'
import { overviewFiguresQuery, overviewQuery } from './queries.ts'

export const overviewRoutes = [
  createRoute({
    getParentRoute: () => organization,
    path: '/overzicht',
    validateSearch: logSearch,
    loader: ({ context: { queryClient }, location: { search } }) =>
      arrival(
        queryClient.ensureQueryData({ ...overviewQuery, ...knownFirst }),
        queryClient.ensureQueryData({ ...overviewFiguresQuery, ...knownFirst }),
        queryClient.ensureInfiniteQueryData({ ...activitiesOf(logSearch(search)), ...knownFirst }),
      ),
    component: lazyRouteComponent(() => import('./OverviewPage.tsx'), 'OverviewPage'),
  }),
] as const
