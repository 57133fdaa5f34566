import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { arrival, knownFirst } from '../api/arrival.ts'
import { preferences } from '../preferences/routes.tsx'
import { backfillQuery } from './queries.ts'

export const backfillRoutes = [
  createRoute({
    getParentRoute: () => preferences,
    path: 'integraties/eerdere-facturen',
    loader: ({ context: { queryClient } }) =>
      arrival(queryClient.ensureQueryData({ ...backfillQuery, ...knownFirst })),
    component: lazyRouteComponent(() => import('./BackfillPage.tsx'), 'BackfillPage'),
  }),
] as const
