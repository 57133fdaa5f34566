import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { preferences } from '../preferences/routes.tsx'

export const auditRoutes = [
  createRoute({
    getParentRoute: () => preferences,
    path: 'wijzigingen',
    component: lazyRouteComponent(() => import('./AuditPage.tsx'), 'AuditPage'),
  }),
] as const
