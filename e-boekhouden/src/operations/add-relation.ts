import type { CallOptions } from '../call-options.ts'
import { checkFields } from '../check-fields.ts'
import { dayInAmsterdam } from '../plain-date.ts'
import type { NewRelation } from '../relations.ts'
import { relationToWire } from '../relations.ts'
import type { Service } from '../service.ts'

/** AddRelatie. */
export async function addRelation(
  service: Service,
  relation: NewRelation,
  options?: CallOptions,
): Promise<{ id: number }> {
  const oRel = relationToWire(checkFields('AddRelatie'), relation, {
    id: 0,
    today: dayInAmsterdam(service.now()),
    longestContactPerson: 150,
  })
  const { Rel_ID } = await service.call('AddRelatie', { oRel }, options)
  return { id: Rel_ID }
}
