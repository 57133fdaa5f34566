import type { Balance, BalancesFilter } from '../balances.ts'
import type { CallOptions } from '../call-options.ts'
import { checkFields } from '../check-fields.ts'
import { asAmount } from '../decimal.ts'
import type { Service } from '../service.ts'

/** GetSaldi. */
export async function getBalances(
  service: Service,
  filter: BalancesFilter = {},
  options?: CallOptions,
): Promise<Balance[]> {
  const check = checkFields('GetSaldi')
  const cFilter = {
    KostenPlaatsId: check.wholeNumber('costCenterId', filter.costCenterId),
    DatumVan: filter.dateFrom === undefined ? null : check.date('dateFrom', filter.dateFrom),
    DatumTot: filter.dateTo === undefined ? null : check.date('dateTo', filter.dateTo),
    Categorie: check.text('category', filter.category, { max: 10 }),
  }
  const { Saldi } = await service.call('GetSaldi', { cFilter }, options)
  return Saldi.map(({ ID, Code, Categorie, Saldo }) => ({
    accountId: ID,
    accountCode: Code,
    category: Categorie,
    balance: asAmount(Saldo),
  }))
}
