import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { anybody, guests } from '../layouts/routes.tsx'
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
  createRoute({
    getParentRoute: () => guests,
    path: '/wachtwoord-vergeten',
    component: lazyRouteComponent(() => import('./ForgotPasswordPage.tsx'), 'ForgotPasswordPage'),
  }),
] as const

/** The link of a letter may be followed in a browser that is signed in, as somebody else perhaps. */
export const letterRoutes = [
  createRoute({
    getParentRoute: () => anybody,
    path: '/nieuw-wachtwoord',
    component: lazyRouteComponent(() => import('./NewPasswordPage.tsx'), 'NewPasswordPage'),
  }),
  createRoute({
    getParentRoute: () => anybody,
    path: '/adres-bevestigen',
    component: lazyRouteComponent(() => import('./ConfirmEmailPage.tsx'), 'ConfirmEmailPage'),
  }),
] as const
