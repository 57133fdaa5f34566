import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { members, organization } from '../layouts/routes.tsx'
import { askSearch } from './search.ts'

/** For the support itself. */
export const supportRoutes = [
  createRoute({
    getParentRoute: () => members,
    path: '/support',
    component: lazyRouteComponent(() => import('./SupportPage.tsx'), 'SupportPage'),
  }),
  createRoute({
    getParentRoute: () => members,
    path: '/support/$bookingId',
    component: lazyRouteComponent(() => import('./SupportBookingPage.tsx'), 'SupportBookingPage'),
  }),
  createRoute({
    getParentRoute: () => members,
    path: '/support/relaties/$relationId',
    component: lazyRouteComponent(() => import('./SupportRelationPage.tsx'), 'SupportRelationPage'),
  }),
] as const

/** For whoever uses Stella: how the support is reached. */
export const askSupportRoutes = [
  createRoute({
    getParentRoute: () => organization,
    path: '/hulp',
    validateSearch: askSearch,
    component: lazyRouteComponent(() => import('./AskSupportPage.tsx'), 'AskSupportPage'),
  }),
] as const
