import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { arrival, knownFirst } from '../api/arrival.ts'
import { organization } from '../layouts/routes.tsx'
import { reconciliationQuery } from './queries.ts'
import { periodOf, reconciliationSearch } from './search.ts'

export const reconciliationRoutes = [
  createRoute({
    getParentRoute: () => organization,
    path: '/aansluiting',
    validateSearch: reconciliationSearch,
    loader: ({ context: { queryClient }, location: { search } }) =>
      arrival(
        queryClient.ensureQueryData({
          ...reconciliationQuery(periodOf(reconciliationSearch(search))),
          ...knownFirst,
        }),
      ),
    component: lazyRouteComponent(() => import('./ReconciliationPage.tsx'), 'ReconciliationPage'),
  }),
  createRoute({
    getParentRoute: () => organization,
    path: '/aansluiting/aanroepen',
    component: lazyRouteComponent(() => import('./CallBudgetPage.tsx'), 'CallBudgetPage'),
  }),
] as const
