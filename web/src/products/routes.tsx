import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { arrival, knownFirst } from '../api/arrival.ts'
import { organization } from '../layouts/routes.tsx'
import { productQuery, productsOf } from './queries.ts'
import { productSearch } from './search.ts'

export const productRoutes = [
  createRoute({
    getParentRoute: () => organization,
    path: '/producten',
    validateSearch: productSearch,
    loader: ({ context: { queryClient }, location: { search } }) =>
      arrival(queryClient.ensureInfiniteQueryData({ ...productsOf(productSearch(search)), ...knownFirst })),
    component: lazyRouteComponent(() => import('./ProductsPage.tsx'), 'ProductsPage'),
  }),
  createRoute({
    getParentRoute: () => organization,
    path: '/producten/nieuw',
    component: lazyRouteComponent(() => import('./NewProductPage.tsx'), 'NewProductPage'),
  }),
  createRoute({
    getParentRoute: () => organization,
    path: '/producten/$productId',
    loader: ({ context: { queryClient }, params: { productId } }) =>
      arrival(queryClient.ensureQueryData({ ...productQuery(productId), ...knownFirst })),
    component: lazyRouteComponent(() => import('./ProductPage.tsx'), 'ProductPage'),
  }),
] as const
