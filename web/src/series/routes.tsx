import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { preferences } from '../preferences/routes.tsx'

export const seriesRoutes = [
  createRoute({
    getParentRoute: () => preferences,
    path: 'nummering',
    component: lazyRouteComponent(() => import('./SeriesPage.tsx'), 'SeriesPage'),
  }),
] as const
