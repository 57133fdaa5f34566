import { createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { members, organization } from '../layouts/routes.tsx'

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
] as const

/** What one signs in with is of the person, also of who works nowhere. */
export const ownAccountRoutes = [
  createRoute({
    getParentRoute: () => members,
    path: '/voorkeuren/account',
    component: lazyRouteComponent(() => import('./OwnAccountPage.tsx'), 'OwnAccountPage'),
  }),
] as const
