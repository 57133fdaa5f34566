import type { CallOptions } from '../service/call-options.ts'
import type { Service } from '../service/service.ts'
import { asAmount } from '../values/decimal.ts'
import type { Balance, BalancesFilter } from './balance.ts'

/** GetSaldi. */
export async function getBalances(
  service: Service,
  filter: BalancesFilter = {},
  options?: CallOptions,
): Promise<Balance[]> {
  const { Saldi } = await service.call(
    'GetSaldi',
    (check) => {
      check.record('filter', filter)
      return {
        cFilter: {
          KostenPlaatsId: check.wholeNumber('costCenterId', filter.costCenterId),
          DatumVan: filter.dateFrom === undefined ? null : check.date('dateFrom', filter.dateFrom),
          DatumTot: filter.dateTo === undefined ? null : check.date('dateTo', filter.dateTo),
          Categorie: check.text('category', filter.category, { max: 10 }),
        },
      }
    },
    options,
  )
  return Saldi.map(({ ID, Code, Categorie, Saldo }) => ({
    accountId: ID,
    accountCode: Code,
    category: Categorie,
    balance: asAmount(Saldo),
  }))
}
