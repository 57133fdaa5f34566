import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { arrival, knownFirst } from '../api/arrival.ts'
import { members } from '../layouts/routes.tsx'
import { preferences } from '../preferences/routes.tsx'
import { periodOf, reconciliationSearch } from '../reconciliation/search.ts'
import { organizationQuery, standingsQuery } from './queries.ts'

export const organizationRoutes = [
  createRoute({
    getParentRoute: () => preferences,
    path: 'bedrijf',
    loader: ({ context: { queryClient } }) =>
      arrival(queryClient.ensureQueryData({ ...organizationQuery, ...knownFirst })),
    component: lazyRouteComponent(() => import('./CompanyPage.tsx'), 'CompanyPage'),
  }),
] as const

/** Of all that somebody works for, also of who works for none. */
export const standingRoutes = [
  createRoute({
    getParentRoute: () => members,
    path: '/administraties',
    validateSearch: reconciliationSearch,
    loader: ({ context: { queryClient }, location: { search } }) =>
      arrival(
        queryClient.ensureQueryData({
          ...standingsQuery(periodOf(reconciliationSearch(search))),
          ...knownFirst,
        }),
      ),
    component: lazyRouteComponent(() => import('./OrganizationsPage.tsx'), 'OrganizationsPage'),
  }),
] as const
