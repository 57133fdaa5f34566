import type { CallOptions } from '../service/call-options.ts'
import type { Service } from '../service/service.ts'
import type { CostCenter, CostCenterFilter } from './cost-center.ts'

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
