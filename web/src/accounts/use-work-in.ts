import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type Session, sessionQuery } from '../api/session.ts'
import { showNoOrganization, showOrganization } from '../api/shown-organization.ts'
import { flushForms } from '../forms/flush.ts'
import { placeOf } from '../layouts/routes.tsx'
import { switchOrganization } from './queries.ts'

/** Goes on in what an answer says the session works in now, with nothing left of where it was. */
export function useGoOnIn() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return async (session: Session) => {
    showNoOrganization()
    showOrganization(session.organization?.id ?? null)
    await navigate(placeOf(session))
    queryClient.clear()
    queryClient.setQueryData(sessionQuery.queryKey, session)
  }
}

/** Works in another organization from now on. */
export function useWorkIn() {
  const goOnIn = useGoOnIn()
  return useMutation({
    mutationFn: async (organizationId: string) => {
      await flushForms()
      return switchOrganization({ organizationId })
    },
    onSuccess: goOnIn,
  })
}
