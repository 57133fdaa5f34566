import type { CallOptions } from '../call-options.ts'
import { checkFields } from '../check-fields.ts'
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
  const check = checkFields('UpdateRelatie')
  const oRel = relationToWire(check, relation, {
    id: check.wholeNumber('id', relation.id, { positive: true }),
    today: dayInAmsterdam(service.now()),
    longestContactPerson: 50,
  })
  await service.call('UpdateRelatie', { oRel }, options)
}
