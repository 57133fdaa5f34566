import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { members } from '../layouts/routes.tsx'

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
