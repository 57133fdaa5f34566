import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { arrival, knownFirst } from '../api/arrival.ts'
import { organization } from '../layouts/routes.tsx'
import { listSearch } from '../routing/search.ts'
import { customerQuery, customersQuery } from './queries.ts'
import { customerSearch } from './search.ts'

export const customerRoutes = [
  createRoute({
    getParentRoute: () => organization,
    path: '/klanten',
    validateSearch: listSearch,
    loader: ({ context: { queryClient }, location: { search } }) =>
      arrival(
        queryClient.ensureInfiniteQueryData({
          ...customersQuery(listSearch(search).zoek ?? ''),
          ...knownFirst,
        }),
      ),
    component: lazyRouteComponent(() => import('./CustomersPage.tsx'), 'CustomersPage'),
  }),
  createRoute({
    getParentRoute: () => organization,
    path: '/klanten/nieuw',
    component: lazyRouteComponent(() => import('./NewCustomerPage.tsx'), 'NewCustomerPage'),
  }),
  createRoute({
    getParentRoute: () => organization,
    path: '/klanten/$customerId',
    validateSearch: customerSearch,
    loader: ({ context: { queryClient }, params: { customerId } }) =>
      arrival(queryClient.ensureQueryData({ ...customerQuery(customerId), ...knownFirst })),
    component: lazyRouteComponent(() => import('./CustomerPage.tsx'), 'CustomerPage'),
  }),
] as const
