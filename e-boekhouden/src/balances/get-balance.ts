import type { CallOptions } from '../service/call-options.ts'
import type { Service } from '../service/service.ts'
import { asAmount } from '../values/decimal.ts'
import type { DecimalString } from '../values/values.ts'
import type { BalanceFilter } from './balance.ts'

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
