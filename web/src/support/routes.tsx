import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { arrival, knownFirst } from '../api/arrival.ts'
import { casesQuery } from '../cases/queries.ts'
import { members, organization } from '../layouts/routes.tsx'
import {
  supportBookingQuery,
  supportBookingsQuery,
  supportCaseQuery,
  supportConnectionsQuery,
  supportRelationQuery,
  supportRelationsQuery,
} from './queries.ts'
import { askSearch, casesSearch, deskSearch } from './search.ts'

/** For the support itself. */
export const supportRoutes = [
  createRoute({
    getParentRoute: () => members,
    path: '/support',
    validateSearch: deskSearch,
    loader: ({ context: { queryClient } }) =>
      arrival(
        queryClient.ensureInfiniteQueryData({ ...supportConnectionsQuery, ...knownFirst }),
        queryClient.ensureInfiniteQueryData({ ...supportRelationsQuery, ...knownFirst }),
        queryClient.ensureInfiniteQueryData({ ...supportBookingsQuery, ...knownFirst }),
      ),
    component: lazyRouteComponent(() => import('./SupportPage.tsx'), 'SupportPage'),
  }),
  createRoute({
    getParentRoute: () => members,
    path: '/support/zaken',
    validateSearch: casesSearch,
    component: lazyRouteComponent(() => import('./SupportCasesPage.tsx'), 'SupportCasesPage'),
  }),
  createRoute({
    getParentRoute: () => members,
    path: '/support/zaken/$caseId',
    loader: ({ context: { queryClient }, params: { caseId } }) =>
      arrival(queryClient.ensureQueryData({ ...supportCaseQuery(caseId), ...knownFirst })),
    component: lazyRouteComponent(() => import('./SupportCasePage.tsx'), 'SupportCasePage'),
  }),
  createRoute({
    getParentRoute: () => members,
    path: '/support/$bookingId',
    loader: ({ context: { queryClient }, params: { bookingId } }) =>
      arrival(queryClient.ensureQueryData({ ...supportBookingQuery(bookingId), ...knownFirst })),
    component: lazyRouteComponent(() => import('./SupportBookingPage.tsx'), 'SupportBookingPage'),
  }),
  createRoute({
    getParentRoute: () => members,
    path: '/support/relaties/$relationId',
    loader: ({ context: { queryClient }, params: { relationId } }) =>
      arrival(queryClient.ensureQueryData({ ...supportRelationQuery(relationId), ...knownFirst })),
    component: lazyRouteComponent(() => import('./SupportRelationPage.tsx'), 'SupportRelationPage'),
  }),
] as const

/** For whoever uses Stella: how the support is reached. */
export const askSupportRoutes = [
  createRoute({
    getParentRoute: () => organization,
    path: '/hulp',
    validateSearch: askSearch,
    loader: ({ context: { queryClient } }) =>
      arrival(queryClient.ensureInfiniteQueryData({ ...casesQuery, ...knownFirst })),
    component: lazyRouteComponent(() => import('./AskSupportPage.tsx'), 'AskSupportPage'),
  }),
] as const
