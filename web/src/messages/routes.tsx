import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { arrival, knownFirst } from '../api/arrival.ts'
import { organization } from '../layouts/routes.tsx'
import { preferences } from '../preferences/routes.tsx'
import { mailSettingsQuery, messageQuery, messagesQuery } from './queries.ts'
import { outboxSearch } from './search.ts'

export const messageRoutes = [
  createRoute({
    getParentRoute: () => organization,
    path: '/postvak',
    validateSearch: outboxSearch,
    loader: ({ context: { queryClient }, location: { search } }) =>
      arrival(
        queryClient.ensureQueryData({ ...mailSettingsQuery, ...knownFirst }),
        queryClient.ensureInfiniteQueryData({
          ...messagesQuery(outboxSearch(search).toon ? { failing: 'true' } : {}),
          ...knownFirst,
        }),
      ),
    component: lazyRouteComponent(() => import('./OutboxPage.tsx'), 'OutboxPage'),
  }),
  createRoute({
    getParentRoute: () => organization,
    path: '/postvak/$messageId',
    loader: ({ context: { queryClient }, params: { messageId } }) =>
      arrival(queryClient.ensureQueryData({ ...messageQuery(messageId), ...knownFirst })),
    component: lazyRouteComponent(() => import('./MessagePage.tsx'), 'MessagePage'),
  }),
] as const

export const mailSettingsRoutes = [
  createRoute({
    getParentRoute: () => preferences,
    path: 'mail',
    component: lazyRouteComponent(() => import('./MailSettingsPage.tsx'), 'MailSettingsPage'),
  }),
] as const
