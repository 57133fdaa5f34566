import { createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { organization } from '../layouts/routes.tsx'
import { paths } from '../routing/paths.ts'

/** Above the pages of «Voorkeuren», which stand with their nouns. */
export const preferences = createRoute({
  getParentRoute: () => organization,
  path: '/voorkeuren',
  component: Outlet,
})

export const preferencesHome = createRoute({
  getParentRoute: () => preferences,
  path: '/',
  beforeLoad: () => {
    throw redirect({ ...paths.company(), replace: true })
  },
})

export const preferenceRoutes = [
  createRoute({
    getParentRoute: () => organization,
    path: '/meer',
    component: lazyRouteComponent(() => import('./MorePage.tsx'), 'MorePage'),
  }),
] as const
