import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { preferences } from '../preferences/routes.tsx'

export const organizationRoutes = [
  createRoute({
    getParentRoute: () => preferences,
    path: 'bedrijf',
    component: lazyRouteComponent(() => import('./CompanyPage.tsx'), 'CompanyPage'),
  }),
] as const
