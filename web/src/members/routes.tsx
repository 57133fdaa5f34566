import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { arrival, knownFirst } from '../api/arrival.ts'
import { anybody, members } from '../layouts/routes.tsx'
import { preferences } from '../preferences/routes.tsx'
import { membersQuery } from './queries.ts'

export const memberRoutes = [
  createRoute({
    getParentRoute: () => preferences,
    path: 'gebruikers',
    loader: ({ context: { queryClient } }) =>
      arrival(queryClient.ensureQueryData({ ...membersQuery, ...knownFirst })),
    component: lazyRouteComponent(() => import('./MembersPage.tsx'), 'MembersPage'),
  }),
] as const

/** The link of a letter may be followed in a browser that is signed in, as somebody else perhaps. */
export const invitationRoutes = [
  createRoute({
    getParentRoute: () => anybody,
    path: '/uitnodiging',
    component: lazyRouteComponent(() => import('./InvitationPage.tsx'), 'InvitationPage'),
  }),
] as const

/** For who is signed in, whether or not they work for anybody. */
export const organizationChoiceRoutes = [
  createRoute({
    getParentRoute: () => members,
    path: '/geen-administratie',
    component: lazyRouteComponent(() => import('./NoOrganizationPage.tsx'), 'NoOrganizationPage'),
  }),
  createRoute({
    getParentRoute: () => members,
    path: '/nieuwe-administratie',
    component: lazyRouteComponent(() => import('./NewOrganizationPage.tsx'), 'NewOrganizationPage'),
  }),
] as const
