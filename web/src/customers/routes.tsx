import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { arrival, knownFirst } from '../api/arrival.ts'
import { organization } from '../layouts/routes.tsx'
import {
  customerFiguresQuery,
  customerInvoicesQuery,
  customerQuery,
  customerStoryQuery,
  customersOf,
} from './queries.ts'
import { customerSearch, customersSearch } from './search.ts'

export const customerRoutes = [
  createRoute({
    getParentRoute: () => organization,
    path: '/klanten',
    validateSearch: customersSearch,
    loader: ({ context: { queryClient }, location: { search } }) =>
      arrival(
        queryClient.ensureInfiniteQueryData({ ...customersOf(customersSearch(search)), ...knownFirst }),
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
    loader: ({ context: { queryClient }, params: { customerId } }) =>
      arrival(
        queryClient.ensureQueryData({ ...customerQuery(customerId), ...knownFirst }),
        queryClient.ensureQueryData({ ...customerFiguresQuery(customerId), ...knownFirst }),
        queryClient.ensureInfiniteQueryData({ ...customerInvoicesQuery(customerId), ...knownFirst }),
        queryClient.ensureInfiniteQueryData({ ...customerStoryQuery(customerId), ...knownFirst }),
      ),
    component: lazyRouteComponent(() => import('./CustomerPage.tsx'), 'CustomerPage'),
  }),
  createRoute({
    getParentRoute: () => organization,
    path: '/klanten/$customerId/wijzigen',
    validateSearch: customerSearch,
    loader: ({ context: { queryClient }, params: { customerId } }) =>
      arrival(queryClient.ensureQueryData({ ...customerQuery(customerId), ...knownFirst })),
    component: lazyRouteComponent(() => import('./ChangeCustomerPage.tsx'), 'ChangeCustomerPage'),
  }),
] as const
