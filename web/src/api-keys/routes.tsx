import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { preferences } from '../preferences/routes.tsx'

export const apiKeyRoutes = [
  createRoute({
    getParentRoute: () => preferences,
    path: 'api',
    component: lazyRouteComponent(() => import('./ApiKeysPage.tsx'), 'ApiKeysPage'),
  }),
] as const
