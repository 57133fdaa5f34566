import type { CallOptions } from '../service/call-options.ts'
import type { Service } from '../service/service.ts'
import type { NewMutation } from './mutation.ts'
import { mutationToWire } from './mutation.ts'

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
