import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { sessionQuery } from './api/session.ts'
import { AccountLayout } from './layouts/AccountLayout.tsx'
import { FailurePage } from './layouts/FailurePage.tsx'
import { NotFoundPage } from './layouts/NotFoundPage.tsx'
import { paths } from './routing/paths.ts'
import {
  customerSearch,
  invoiceSearch,
  listSearch,
  logSearch,
  newInvoiceSearch,
  savedSearch,
  signInSearch,
} from './routing/search.ts'

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  notFoundComponent: () => (
    <AccountLayout>
      <NotFoundPage />
    </AccountLayout>
  ),
  errorComponent: (props) => (
    <AccountLayout>
      <FailurePage {...props} />
    </AccountLayout>
  ),
})

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ ...paths.overview(), replace: true })
  },
})

/** Everything for somebody who is not signed in yet. */
const guests = createRoute({
  getParentRoute: () => root,
  id: 'guests',
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    if (session)
      throw redirect({ ...(session.organization ? paths.overview() : paths.support()), replace: true })
  },
  component: AccountLayout,
})

const signIn = createRoute({
  getParentRoute: () => guests,
  path: '/inloggen',
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('./accounts/SignInPage.tsx'), 'SignInPage'),
})

const signUp = createRoute({
  getParentRoute: () => guests,
  path: '/account-aanmaken',
  component: lazyRouteComponent(() => import('./accounts/SignUpPage.tsx'), 'SignUpPage'),
})

/** Everything for somebody who is signed in; others come back here after signing in. */
const members = createRoute({
  getParentRoute: () => root,
  id: 'members',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    if (!session) throw redirect({ ...paths.signIn({ terug: location.href }), replace: true })
    return { session }
  },
  component: lazyRouteComponent(() => import('./layouts/MemberLayout.tsx'), 'MemberLayout'),
})

/** Everything of an organization; an account of the support desk alone has none. */
const organization = createRoute({
  getParentRoute: () => members,
  id: 'organization',
  beforeLoad: ({ context }) => {
    if (!context.session.organization) throw redirect({ ...paths.support(), replace: true })
  },
})

const overview = createRoute({
  getParentRoute: () => organization,
  path: '/overzicht',
  validateSearch: logSearch,
  component: lazyRouteComponent(() => import('./overview/OverviewPage.tsx'), 'OverviewPage'),
})

const invoices = createRoute({
  getParentRoute: () => organization,
  path: '/facturen',
  validateSearch: invoiceSearch,
  component: lazyRouteComponent(() => import('./invoices/InvoicesPage.tsx'), 'InvoicesPage'),
})

/** One route for a new invoice and a saved one: the form stays as it is when the first save gives an id. */
const invoice = createRoute({
  getParentRoute: () => organization,
  path: '/facturen/$invoiceId',
  validateSearch: newInvoiceSearch,
  component: lazyRouteComponent(() => import('./invoices/InvoicePage.tsx'), 'InvoicePage'),
})

const customers = createRoute({
  getParentRoute: () => organization,
  path: '/klanten',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('./customers/CustomersPage.tsx'), 'CustomersPage'),
})

const newCustomer = createRoute({
  getParentRoute: () => organization,
  path: '/klanten/nieuw',
  component: lazyRouteComponent(() => import('./customers/NewCustomerPage.tsx'), 'NewCustomerPage'),
})

const customer = createRoute({
  getParentRoute: () => organization,
  path: '/klanten/$customerId',
  validateSearch: customerSearch,
  component: lazyRouteComponent(() => import('./customers/CustomerPage.tsx'), 'CustomerPage'),
})

const preferences = createRoute({
  getParentRoute: () => organization,
  path: '/voorkeuren',
  component: Outlet,
})

const preferencesHome = createRoute({
  getParentRoute: () => preferences,
  path: '/',
  beforeLoad: () => {
    throw redirect({ ...paths.company(), replace: true })
  },
})

const company = createRoute({
  getParentRoute: () => preferences,
  path: 'bedrijf',
  component: lazyRouteComponent(() => import('./organizations/CompanyPage.tsx'), 'CompanyPage'),
})

const integrations = createRoute({
  getParentRoute: () => preferences,
  path: 'integraties',
  validateSearch: savedSearch,
  component: lazyRouteComponent(() => import('./connections/IntegrationsPage.tsx'), 'IntegrationsPage'),
})

const connect = createRoute({
  getParentRoute: () => preferences,
  path: 'integraties/e-boekhouden',
  component: lazyRouteComponent(() => import('./connections/ConnectPage.tsx'), 'ConnectPage'),
})

const apiKeys = createRoute({
  getParentRoute: () => preferences,
  path: 'api',
  component: lazyRouteComponent(() => import('./api-keys/ApiKeysPage.tsx'), 'ApiKeysPage'),
})

const more = createRoute({
  getParentRoute: () => organization,
  path: '/meer',
  component: lazyRouteComponent(() => import('./preferences/MorePage.tsx'), 'MorePage'),
})

const supportList = createRoute({
  getParentRoute: () => members,
  path: '/support',
  component: lazyRouteComponent(() => import('./support/SupportPage.tsx'), 'SupportPage'),
})

const supportBooking = createRoute({
  getParentRoute: () => members,
  path: '/support/$bookingId',
  component: lazyRouteComponent(() => import('./support/SupportBookingPage.tsx'), 'SupportBookingPage'),
})

const supportRelation = createRoute({
  getParentRoute: () => members,
  path: '/support/relaties/$relationId',
  component: lazyRouteComponent(() => import('./support/SupportRelationPage.tsx'), 'SupportRelationPage'),
})

const routeTree = root.addChildren([
  home,
  guests.addChildren([signIn, signUp]),
  members.addChildren([
    organization.addChildren([
      overview,
      invoices,
      invoice,
      customers,
      newCustomer,
      customer,
      preferences.addChildren([preferencesHome, company, integrations, connect, apiKeys]),
      more,
    ]),
    supportList,
    supportBooking,
    supportRelation,
  ]),
])

/** The router over all addresses; pages load when they are needed, or when a link to them is near. */
export function createStellaRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultErrorComponent: FailurePage,
    defaultNotFoundComponent: () => <NotFoundPage />,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createStellaRouter>
  }
}
