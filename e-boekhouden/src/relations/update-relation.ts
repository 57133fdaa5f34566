import type { CallOptions } from '../service/call-options.ts'
import type { Service } from '../service/service.ts'
import { dayInAmsterdam } from '../values/plain-date.ts'
import type { Relation } from './relation.ts'
import { relationToWire } from './relation.ts'

/** UpdateRelatie. */
export async function updateRelation(
  service: Service,
  relation: Relation,
  options?: CallOptions,
): Promise<void> {
  await service.call(
    'UpdateRelatie',
    (check) => {
      check.record('relation', relation)
      return {
        oRel: relationToWire(check, relation, {
          id: check.wholeNumber('id', relation.id, { positive: true }),
          today: dayInAmsterdam(service.now()),
          longestContactPerson: 50,
        }),
      }
    },
    options,
  )
}
