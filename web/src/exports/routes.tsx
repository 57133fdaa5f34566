import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { arrival, knownFirst } from '../api/arrival.ts'
import { preferences } from '../preferences/routes.tsx'
import { exportsQuery } from './queries.ts'

export const exportRoutes = [
  createRoute({
    getParentRoute: () => preferences,
    path: 'exporteren',
    loader: ({ context: { queryClient } }) =>
      arrival(queryClient.ensureQueryData({ ...exportsQuery, ...knownFirst })),
    component: lazyRouteComponent(() => import('./ExportsPage.tsx'), 'ExportsPage'),
  }),
] as const
