import { type DefaultError, type UseMutationOptions, useMutation } from '@tanstack/react-query'
import { useRef } from 'react'

/**
 * A mutation that is done once for a press, however fast somebody presses twice: a button is only busy with the next
 * drawing, and a second press can come before it. For what would be done twice, such as making a credit note.
 */
export function useSingleMutation<Data, Variables = void>(
  options: UseMutationOptions<Data, DefaultError, Variables>,
) {
  const mutation = useMutation<Data, DefaultError, Variables>(options)
  const isUnderWay = useRef(false)
  const mutate = (variables: Variables) => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    mutation.mutate(variables, {
      onSettled: () => {
        isUnderWay.current = false
      },
    })
  }
  return { data: mutation.data, error: mutation.error, isPending: mutation.isPending, mutate }
}
