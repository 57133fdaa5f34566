import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { arrival, knownFirst } from '../api/arrival.ts'
import { preferences } from '../preferences/routes.tsx'
import { connectionQuery } from './queries.ts'
import { savedSearch } from './search.ts'

export const connectionRoutes = [
  createRoute({
    getParentRoute: () => preferences,
    path: 'integraties',
    validateSearch: savedSearch,
    loader: ({ context: { queryClient } }) =>
      arrival(queryClient.ensureQueryData({ ...connectionQuery, ...knownFirst })),
    component: lazyRouteComponent(() => import('./IntegrationsPage.tsx'), 'IntegrationsPage'),
  }),
  createRoute({
    getParentRoute: () => preferences,
    path: 'integraties/e-boekhouden',
    loader: ({ context: { queryClient } }) =>
      arrival(queryClient.ensureQueryData({ ...connectionQuery, ...knownFirst })),
    component: lazyRouteComponent(() => import('./ConnectPage.tsx'), 'ConnectPage'),
  }),
] as const
