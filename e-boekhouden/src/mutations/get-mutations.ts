import { assumptions } from '../service/assumptions.ts'
import type { CallOptions } from '../service/call-options.ts'
import type { Service } from '../service/service.ts'
import type { Mutation, MutationFilter } from './mutation.ts'
import { mutationFromWire } from './mutation.ts'

/** GetMutaties. */
export async function getMutations(
  service: Service,
  filter: MutationFilter = {},
  options?: CallOptions,
): Promise<Mutation[]> {
  const { Mutaties } = await service.call(
    'GetMutaties',
    (check) => {
      check.record('filter', filter)
      return {
        cFilter: {
          MutatieNr: check.wholeNumber('number', filter.number),
          MutatieNrVan: check.wholeNumber('numberFrom', filter.numberFrom),
          MutatieNrTm: check.wholeNumber('numberTo', filter.numberTo),
          Factuurnummer: check.text('invoiceNumber', filter.invoiceNumber, { max: 50 }),
          DatumVan: check.date('dateFrom', filter.dateFrom ?? assumptions.wholeRange.from),
          DatumTm: check.date('dateTo', filter.dateTo ?? assumptions.wholeRange.to),
        },
      }
    },
    options,
  )
  return Mutaties.map(mutationFromWire)
}
