import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { arrival, knownFirst } from '../api/arrival.ts'
import { preferences } from '../preferences/routes.tsx'
import { organizationQuery } from './queries.ts'

export const organizationRoutes = [
  createRoute({
    getParentRoute: () => preferences,
    path: 'bedrijf',
    loader: ({ context: { queryClient } }) =>
      arrival(queryClient.ensureQueryData({ ...organizationQuery, ...knownFirst })),
    component: lazyRouteComponent(() => import('./CompanyPage.tsx'), 'CompanyPage'),
  }),
] as const
