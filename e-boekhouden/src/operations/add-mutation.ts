import type { CallOptions } from '../call-options.ts'
import type { NewMutation } from '../mutations.ts'
import { mutationToWire } from '../mutations.ts'
import type { Service } from '../service.ts'

/** AddMutatie. */
export async function addMutation(
  service: Service,
  mutation: NewMutation,
  options?: CallOptions,
): Promise<{ mutationNumber: number }> {
  const { Mutatienummer } = await service.call(
    'AddMutatie',
    (check) => {
      check.record('mutation', mutation)
      return { oMut: mutationToWire(check, mutation) }
    },
    options,
  )
  return { mutationNumber: Mutatienummer }
}
