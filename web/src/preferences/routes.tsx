import { createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { organization } from '../layouts/routes.tsx'

/** Above the pages of «Voorkeuren», which stand with their nouns. */
export const preferences = createRoute({
  getParentRoute: () => organization,
  path: '/voorkeuren',
  component: Outlet,
})

export const preferenceRoutes = [
  createRoute({
    getParentRoute: () => preferences,
    path: '/',
    component: lazyRouteComponent(() => import('./PreferencesPage.tsx'), 'PreferencesPage'),
  }),
  createRoute({
    getParentRoute: () => preferences,
    path: 'account',
    component: lazyRouteComponent(() => import('./OwnAccountPage.tsx'), 'OwnAccountPage'),
  }),
] as const
