import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { sessionQuery } from '../api/session.ts'
import { showNoOrganization } from '../api/shown-organization.ts'
import { flushForms } from '../forms/flush.ts'
import { forgetUnsaved } from '../forms/unsaved.ts'
import { paths } from '../routing/paths.ts'
import { signOut } from './queries.ts'

/** Signs out here and at the server, and leaves nothing of the organization behind in this browser. */
export function useSignOut() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    await flushForms()
    await signOut().catch(() => undefined)
    forgetUnsaved()
    showNoOrganization()
    queryClient.clear()
    queryClient.setQueryData(sessionQuery.queryKey, null)
    await navigate(paths.signIn())
  }
}
