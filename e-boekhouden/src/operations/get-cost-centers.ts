import type { CallOptions } from '../call-options.ts'
import type { CostCenter, CostCenterFilter } from '../master-data.ts'
import type { Service } from '../service.ts'

/** GetKostenplaatsen. */
export async function getCostCenters(
  service: Service,
  filter: CostCenterFilter = {},
  options?: CallOptions,
): Promise<CostCenter[]> {
  const { Kostenplaatsen } = await service.call(
    'GetKostenplaatsen',
    (check) => {
      check.record('filter', filter)
      return {
        cFilter: {
          KostenplaatsID: check.wholeNumber('id', filter.id),
          KostenplaatsParentID: check.wholeNumber('parentId', filter.parentId),
          Omschrijving: check.text('description', filter.description, {}),
        },
      }
    },
    options,
  )
  return Kostenplaatsen.map(({ KostenplaatsId, Omschrijving, KostenplaatsParentId }) => ({
    id: KostenplaatsId,
    description: Omschrijving,
    parentId: KostenplaatsParentId,
  }))
}
