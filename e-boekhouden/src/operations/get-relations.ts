import type { CallOptions } from '../call-options.ts'
import type { Relation, RelationFilter } from '../relations.ts'
import { relationFromWire } from '../relations.ts'
import type { Service } from '../service.ts'

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
