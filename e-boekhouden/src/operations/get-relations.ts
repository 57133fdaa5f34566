import type { CallOptions } from '../call-options.ts'
import { checkFields } from '../check-fields.ts'
import type { Relation, RelationFilter } from '../relations.ts'
import { relationFromWire } from '../relations.ts'
import type { Service } from '../service.ts'

/** GetRelaties. */
export async function getRelations(
  service: Service,
  filter: RelationFilter = {},
  options?: CallOptions,
): Promise<Relation[]> {
  const check = checkFields('GetRelaties')
  const cFilter = {
    Trefwoord: check.text('keyword', filter.keyword, { max: 150 }),
    Code: check.text('code', filter.code, { max: 15 }),
    ID: check.wholeNumber('id', filter.id),
  }
  const { Relaties } = await service.call('GetRelaties', { cFilter }, options)
  return Relaties.map(relationFromWire)
}
