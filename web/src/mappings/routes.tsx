import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { preferences } from '../preferences/routes.tsx'

export const mappingRoutes = [
  createRoute({
    getParentRoute: () => preferences,
    path: 'rekeningen',
    component: lazyRouteComponent(() => import('./MappingPage.tsx'), 'MappingPage'),
  }),
] as const
