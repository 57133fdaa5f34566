import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router'
import { type Session, sessionQuery } from '../api/session.ts'
import { paths } from '../routing/paths.ts'
import { AccountLayout } from './AccountLayout.tsx'
import { FailurePage } from './FailurePage.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'

/** Above every address. */
export const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
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

export const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ ...paths.overview(), replace: true })
  },
})

/** Where somebody begins: at their business, at the support desk, or where they can begin a business. */
export function placeOf({ organization, user }: Session) {
  if (organization) return paths.overview()
  return user.supportRole ? paths.support() : paths.noOrganization()
}

/** Everything for somebody who is not signed in yet. */
export const guests = createRoute({
  getParentRoute: () => root,
  id: 'guests',
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    if (session) throw redirect({ ...placeOf(session), replace: true })
  },
  component: AccountLayout,
})

/** For whoever follows a link, signed in or not. */
export const anybody = createRoute({ getParentRoute: () => root, id: 'anybody', component: AccountLayout })

/** The support desk waits for a second step. */
function isAtSupport(pathname: string): boolean {
  const { to } = paths.support()
  return pathname === to || pathname.startsWith(`${to}/`)
}

/** Everything for somebody who is signed in; others come back here after signing in. The router gives its frame. */
export const members = createRoute({
  getParentRoute: () => root,
  id: 'members',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    if (!session) throw redirect({ ...paths.signIn({ terug: location.href }), replace: true })
    if (session.secondFactorNeededFor === 'support' && isAtSupport(location.pathname))
      throw redirect({ ...paths.account(), replace: true })
    return { session }
  },
})

/** Any other address: whoever is signed in keeps the places around it. */
export const elsewhere = createRoute({
  getParentRoute: () => members,
  path: '$',
  component: () => <NotFoundPage />,
})

/** Everything of an organization; an account of the support desk alone has none. */
export const organization = createRoute({
  getParentRoute: () => members,
  id: 'organization',
  beforeLoad: ({ context }) => {
    if (!context.session.organization) throw redirect({ ...placeOf(context.session), replace: true })
  },
})
