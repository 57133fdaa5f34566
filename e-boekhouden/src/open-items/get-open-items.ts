import type { CallOptions } from '../service/call-options.ts'
import type { Service } from '../service/service.ts'
import { asAmount } from '../values/decimal.ts'
import type { OpenItem } from './open-item.ts'

const sides = { debtors: 'Debiteuren', creditors: 'Crediteuren' } as const

/** GetOpenPosten. */
export async function getOpenItems(
  service: Service,
  side: 'debtors' | 'creditors',
  options?: CallOptions,
): Promise<OpenItem[]> {
  const { Openposten } = await service.call(
    'GetOpenPosten',
    (check) => ({ OpSoort: check.choice('side', side, sides) }),
    options,
  )
  return Openposten.map((item) => ({
    date: item.MutDatum,
    invoiceNumber: item.MutFactuur,
    relationCode: item.RelCode,
    relationName: item.RelBedrijf,
    amount: asAmount(item.Bedrag),
    paid: asAmount(item.Voldaan),
    outstanding: asAmount(item.Openstaand),
  }))
}
