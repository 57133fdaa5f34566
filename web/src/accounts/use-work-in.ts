import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { type LinkProps, useNavigate } from '@tanstack/react-router'
import { type Session, sessionQuery } from '../api/session.ts'
import { showNoOrganization, showOrganization } from '../api/shown-organization.ts'
import { flushForms } from '../forms/flush.ts'
import { placeOf } from '../layouts/routes.tsx'
import { switchOrganization } from './queries.ts'

/**
 * Goes on in what an answer says the session works in now, with nothing left of where it was.
 *
 * @param place where to; where somebody begins when left out
 */
export function useGoOnIn(place?: LinkProps) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return async (session: Session) => {
    showNoOrganization()
    showOrganization(session.organization?.id ?? null)
    // In its place and not anew, so that who is shown and what they may do changes wherever it stands.
    queryClient.setQueryData(sessionQuery.queryKey, session)
    const isOfOrganization = ({ queryKey }: { queryKey: QueryKey }) =>
      queryKey[0] !== sessionQuery.queryKey[0]
    queryClient.removeQueries({ type: 'inactive', predicate: isOfOrganization })
    await navigate(place ?? placeOf(session))
    // What still stands is of before; taken out, a screen would hold on to it and hear of nothing new.
    await queryClient.resetQueries({ predicate: isOfOrganization })
  }
}

/** Works in another organization from now on, and goes to its `place`, or where somebody begins. */
export function useWorkIn(place?: LinkProps) {
  const goOnIn = useGoOnIn(place)
  return useMutation({
    mutationFn: async (organizationId: string) => {
      await flushForms()
      return switchOrganization({ organizationId })
    },
    onSuccess: goOnIn,
  })
}
