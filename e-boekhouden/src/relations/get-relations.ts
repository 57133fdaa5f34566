import type { CallOptions } from '../service/call-options.ts'
import type { Service } from '../service/service.ts'
import type { Relation, RelationFilter } from './relation.ts'
import { relationFromWire } from './relation.ts'

/** GetRelaties. */
export async function getRelations(
  service: Service,
  filter: RelationFilter = {},
  options?: CallOptions,
): Promise<Relation[]> {
  const { Relaties } = await service.call(
    'GetRelaties',
    (check) => {
      check.record('filter', filter)
      return {
        cFilter: {
          Trefwoord: check.text('keyword', filter.keyword, { max: 150 }),
          Code: check.text('code', filter.code, { max: 15 }),
          ID: check.wholeNumber('id', filter.id),
        },
      }
    },
    options,
  )
  return Relaties.map(relationFromWire)
}
