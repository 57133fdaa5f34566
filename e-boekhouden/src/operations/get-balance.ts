import type { BalanceFilter } from '../balances.ts'
import type { CallOptions } from '../call-options.ts'
import { asAmount } from '../decimal.ts'
import type { Service } from '../service.ts'
import type { DecimalString } from '../values.ts'

/** GetSaldo. */
export async function getBalance(
  service: Service,
  filter: BalanceFilter,
  options?: CallOptions,
): Promise<DecimalString> {
  const { Saldo } = await service.call(
    'GetSaldo',
    (check) => {
      check.record('filter', filter)
      return {
        cFilter: {
          GbCode: check.text('account', filter.account, { max: 10, required: true }),
          KostenPlaatsId: check.wholeNumber('costCenterId', filter.costCenterId),
          DatumVan: filter.dateFrom === undefined ? null : check.date('dateFrom', filter.dateFrom),
          DatumTot: filter.dateTo === undefined ? null : check.date('dateTo', filter.dateTo),
        },
      }
    },
    options,
  )
  return asAmount(Saldo)
}
