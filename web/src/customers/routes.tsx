import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { organization } from '../layouts/routes.tsx'
import { listSearch } from '../routing/search.ts'
import { customerSearch } from './search.ts'

export const customerRoutes = [
  createRoute({
    getParentRoute: () => organization,
    path: '/klanten',
    validateSearch: listSearch,
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
    component: lazyRouteComponent(() => import('./CustomerPage.tsx'), 'CustomerPage'),
  }),
] as const
