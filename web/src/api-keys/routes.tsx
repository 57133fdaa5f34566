import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { arrival, knownFirst } from '../api/arrival.ts'
import { preferences } from '../preferences/routes.tsx'
import { apiKeysQuery } from './queries.ts'

export const apiKeyRoutes = [
  createRoute({
    getParentRoute: () => preferences,
    path: 'api',
    loader: ({ context: { queryClient } }) =>
      arrival(queryClient.ensureQueryData({ ...apiKeysQuery, ...knownFirst })),
    component: lazyRouteComponent(() => import('./ApiKeysPage.tsx'), 'ApiKeysPage'),
  }),
] as const
