import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { guests } from '../layouts/routes.tsx'
import { signInSearch } from './search.ts'

export const accountRoutes = [
  createRoute({
    getParentRoute: () => guests,
    path: '/inloggen',
    validateSearch: signInSearch,
    component: lazyRouteComponent(() => import('./SignInPage.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => guests,
    path: '/account-aanmaken',
    component: lazyRouteComponent(() => import('./SignUpPage.tsx'), 'SignUpPage'),
  }),
] as const
