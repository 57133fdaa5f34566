import { useQuery } from '@tanstack/react-query'
import { Navigate, useRouterState } from '@tanstack/react-router'
import { sessionQuery } from '../api/session.ts'
import { paths } from '../routing/paths.ts'
import { OrganizationShell, Shell, type ShellProps } from './Shell.tsx'

/** The frame for whoever is signed in. When the session ends meanwhile, signing in leads back here. */
export function MemberLayout(parts: Omit<ShellProps, 'session'>) {
  const { data: session } = useQuery(sessionQuery)
  // Where the person was, not where they are being led: else each step of the way would lead to the next.
  const here = useRouterState({ select: (state) => (state.resolvedLocation ?? state.location).href })
  if (session === null) return <Navigate {...paths.signIn({ terug: here, uitgelogd: true })} replace />
  if (!session) return null
  const Frame = session.organization ? OrganizationShell : Shell
  return <Frame session={session} {...parts} />
}
