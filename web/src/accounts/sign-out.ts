import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { sessionQuery, signOut } from '../api/session.ts'
import { forgetUnsaved } from '../forms/unsaved.ts'
import { flushForms } from '../invoices/saving.ts'
import { paths } from '../routing/paths.ts'

/** Signs out here and at the server, and leaves nothing of the organization behind in this browser. */
export function useSignOut() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    await flushForms()
    await signOut().catch(() => undefined)
    forgetUnsaved()
    queryClient.clear()
    queryClient.setQueryData(sessionQuery.queryKey, null)
    await navigate(paths.signIn())
  }
}
