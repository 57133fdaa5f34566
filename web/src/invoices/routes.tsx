import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { arrival, knownFirst } from '../api/arrival.ts'
import { organization } from '../layouts/routes.tsx'
import { overviewQuery } from '../overview/queries.ts'
import { pageOfInvoice, pageOfNewInvoice } from './arrival.ts'
import { invoicesOf, sumsOf } from './queries.ts'
import { invoiceSearch, newInvoiceId, newInvoiceSearch } from './search.ts'

export const invoiceRoutes = [
  createRoute({
    getParentRoute: () => organization,
    path: '/facturen',
    validateSearch: invoiceSearch,
    loader: ({ context: { queryClient }, location: { search } }) =>
      arrival(
        queryClient.ensureQueryData({ ...overviewQuery, ...knownFirst }),
        queryClient.ensureQueryData({ ...sumsOf(invoiceSearch(search)), ...knownFirst }),
        queryClient.ensureInfiniteQueryData({ ...invoicesOf(invoiceSearch(search)), ...knownFirst }),
      ),
    component: lazyRouteComponent(() => import('./InvoicesPage.tsx'), 'InvoicesPage'),
  }),
  // One route for a new invoice and a saved one: the form stays as it is when the first save gives an id.
  createRoute({
    getParentRoute: () => organization,
    path: '/facturen/$invoiceId',
    validateSearch: newInvoiceSearch,
    loader: ({ context: { queryClient }, params: { invoiceId }, location: { search } }) =>
      arrival(
        invoiceId === newInvoiceId
          ? pageOfNewInvoice(queryClient, newInvoiceSearch(search).klant)
          : pageOfInvoice(queryClient, invoiceId),
      ),
    component: lazyRouteComponent(() => import('./InvoicePage.tsx'), 'InvoicePage'),
  }),
] as const
