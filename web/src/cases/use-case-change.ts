import { useQueryClient } from '@tanstack/react-query'
import { useSingleMutation } from '../api/single-mutation.ts'
import { type CaseDetail, caseQuery } from './queries.ts'

/** Does something to a question and shows how it stands after that; what it changed elsewhere is read anew. */
export function useCaseChange<Variables = void>(
  id: string,
  change: (variables: Variables) => Promise<CaseDetail>,
  onDone?: () => void,
) {
  const queryClient = useQueryClient()
  return useSingleMutation<CaseDetail, Variables>({
    mutationFn: change,
    onSuccess: (now) => {
      queryClient.setQueryData(caseQuery(id).queryKey, now)
      for (const key of ['cases', 'customers', 'invoices', 'overview', 'activities']) {
        void queryClient.invalidateQueries({ queryKey: [key] })
      }
      onDone?.()
    },
    onError: () => void queryClient.invalidateQueries({ queryKey: ['cases'] }),
  })
}
