import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { arrival, knownFirst } from '../api/arrival.ts'
import { organization } from '../layouts/routes.tsx'
import { caseQuery } from './queries.ts'
import { caseSearch } from './search.ts'

export const caseRoutes = [
  createRoute({
    getParentRoute: () => organization,
    path: '/hulp/vraag',
    validateSearch: caseSearch,
    component: lazyRouteComponent(() => import('./AskHelpPage.tsx'), 'AskHelpPage'),
  }),
  createRoute({
    getParentRoute: () => organization,
    path: '/hulp/zaken/$caseId',
    loader: ({ context: { queryClient }, params: { caseId } }) =>
      arrival(queryClient.ensureQueryData({ ...caseQuery(caseId), ...knownFirst })),
    component: lazyRouteComponent(() => import('./CasePage.tsx'), 'CasePage'),
  }),
] as const
