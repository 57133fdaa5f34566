import type { CallOptions } from '../call-options.ts'
import { checkFields } from '../check-fields.ts'
import type { NewMutation } from '../mutations.ts'
import { mutationToWire } from '../mutations.ts'
import type { Service } from '../service.ts'

/** AddMutatie. */
export async function addMutation(
  service: Service,
  mutation: NewMutation,
  options?: CallOptions,
): Promise<{ mutationNumber: number }> {
  const oMut = mutationToWire(checkFields('AddMutatie'), mutation)
  const { Mutatienummer } = await service.call('AddMutatie', { oMut }, options)
  return { mutationNumber: Mutatienummer }
}
