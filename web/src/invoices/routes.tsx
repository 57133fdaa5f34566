import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { organization } from '../layouts/routes.tsx'
import { invoiceSearch, newInvoiceSearch } from './search.ts'

export const invoiceRoutes = [
  createRoute({
    getParentRoute: () => organization,
    path: '/facturen',
    validateSearch: invoiceSearch,
    component: lazyRouteComponent(() => import('./InvoicesPage.tsx'), 'InvoicesPage'),
  }),
  // One route for a new invoice and a saved one: the form stays as it is when the first save gives an id.
  createRoute({
    getParentRoute: () => organization,
    path: '/facturen/$invoiceId',
    validateSearch: newInvoiceSearch,
    component: lazyRouteComponent(() => import('./InvoicePage.tsx'), 'InvoicePage'),
  }),
] as const
