import type { CallOptions } from '../call-options.ts'
import { checkFields } from '../check-fields.ts'
import type { CostCenter, CostCenterFilter } from '../master-data.ts'
import type { Service } from '../service.ts'

/** GetKostenplaatsen. */
export async function getCostCenters(
  service: Service,
  filter: CostCenterFilter = {},
  options?: CallOptions,
): Promise<CostCenter[]> {
  const check = checkFields('GetKostenplaatsen')
  const cFilter = {
    KostenplaatsID: check.wholeNumber('id', filter.id),
    KostenplaatsParentID: check.wholeNumber('parentId', filter.parentId),
    Omschrijving: check.text('description', filter.description, {}),
  }
  const { Kostenplaatsen } = await service.call('GetKostenplaatsen', { cFilter }, options)
  return Kostenplaatsen.map(({ KostenplaatsId, Omschrijving, KostenplaatsParentId }) => ({
    id: KostenplaatsId,
    description: Omschrijving,
    parentId: KostenplaatsParentId,
  }))
}
