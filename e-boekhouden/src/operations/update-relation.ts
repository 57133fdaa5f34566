import type { CallOptions } from '../call-options.ts'
import { dayInAmsterdam } from '../plain-date.ts'
import type { Relation } from '../relations.ts'
import { relationToWire } from '../relations.ts'
import type { Service } from '../service.ts'

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
