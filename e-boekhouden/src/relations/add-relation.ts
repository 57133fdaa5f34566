import type { CallOptions } from '../service/call-options.ts'
import type { Service } from '../service/service.ts'
import { dayInAmsterdam } from '../values/plain-date.ts'
import type { NewRelation } from './relation.ts'
import { relationToWire } from './relation.ts'

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
