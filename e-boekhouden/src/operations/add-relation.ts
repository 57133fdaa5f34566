import type { CallOptions } from '../call-options.ts'
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
  const { Rel_ID } = await service.call(
    'AddRelatie',
    (check) => {
      check.record('relation', relation)
      const today = dayInAmsterdam(service.now())
      return { oRel: relationToWire(check, relation, { id: 0, today, longestContactPerson: 150 }) }
    },
    options,
  )
  return { id: Rel_ID }
}
