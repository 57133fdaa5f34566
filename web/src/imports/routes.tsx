import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { arrival, knownFirst } from '../api/arrival.ts'
import { organization } from '../layouts/routes.tsx'
import { importQuery, importsQuery } from './queries.ts'
import { importSearch, newImportSearch } from './search.ts'

export const importRoutes = [
  createRoute({
    getParentRoute: () => organization,
    path: '/importen',
    loader: ({ context: { queryClient } }) =>
      arrival(queryClient.ensureInfiniteQueryData({ ...importsQuery, ...knownFirst })),
    component: lazyRouteComponent(() => import('./ImportsPage.tsx'), 'ImportsPage'),
  }),
  createRoute({
    getParentRoute: () => organization,
    path: '/importen/nieuw',
    validateSearch: newImportSearch,
    component: lazyRouteComponent(() => import('./NewImportPage.tsx'), 'NewImportPage'),
  }),
  createRoute({
    getParentRoute: () => organization,
    path: '/importen/$importId',
    validateSearch: importSearch,
    loader: ({ context: { queryClient }, params: { importId } }) =>
      arrival(queryClient.ensureQueryData({ ...importQuery(importId), ...knownFirst })),
    component: lazyRouteComponent(() => import('./ImportPage.tsx'), 'ImportPage'),
  }),
] as const
