import type { UseFormReturnType } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Session, sessionQuery } from '../api/session.ts'
import { showNoOrganization, showOrganization } from '../api/shown-organization.ts'
import { showFieldProblems } from '../forms/problem.ts'

type EntryOptions<Values extends Record<string, unknown>> = {
  form: UseFormReturnType<Values>
  /** Signs in, or makes the account first; null where something else is asked before that. */
  enter: (values: Values) => Promise<Session | null>
  /** Goes on from the form once somebody is signed in. */
  goOn: (session: Session) => void | Promise<void>
}

/** Coming in by a form: from then on everything is read as whoever it is. */
export function useEntry<Values extends Record<string, unknown>>({
  form,
  enter,
  goOn,
}: EntryOptions<Values>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: enter,
    onSuccess: (session) => {
      if (session === null) return
      showNoOrganization()
      showOrganization(session.organization?.id ?? null)
      queryClient.setQueryData(sessionQuery.queryKey, session)
      return goOn(session)
    },
    onError: (failure) => showFieldProblems(form, failure),
  })
}
