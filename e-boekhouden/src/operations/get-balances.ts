import type { Balance, BalancesFilter } from '../balances.ts'
import type { CallOptions } from '../call-options.ts'
import { asAmount } from '../decimal.ts'
import type { Service } from '../service.ts'

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
