import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { preferences } from '../preferences/routes.tsx'
import { savedSearch } from './search.ts'

export const connectionRoutes = [
  createRoute({
    getParentRoute: () => preferences,
    path: 'integraties',
    validateSearch: savedSearch,
    component: lazyRouteComponent(() => import('./IntegrationsPage.tsx'), 'IntegrationsPage'),
  }),
  createRoute({
    getParentRoute: () => preferences,
    path: 'integraties/e-boekhouden',
    component: lazyRouteComponent(() => import('./ConnectPage.tsx'), 'ConnectPage'),
  }),
] as const
