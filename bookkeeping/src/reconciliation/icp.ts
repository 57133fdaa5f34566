import type { SaleRow } from '@stella/database'
import { parseAmount } from '@stella/invoicing'

/**
 * What goes on the statement of intra-community supplies (opgaaf ICP, article 37a Wet OB): per VAT number of the
 * customer, goods and services apart. All of it together is box 3b of the VAT return.
 */
export type IcpRow = {
  /** Null where the invoice has none: then the statement cannot be made. */
  readonly vatNumber: string | null
  readonly customer: string
  readonly goods: bigint
  readonly services: bigint
}

export function icpRows(sales: readonly SaleRow[]): IcpRow[] {
  const rows = new Map<string, IcpRow>()
  for (const { customer, vatGroups, vatNumber } of sales) {
    const groups = vatGroups as readonly { treatment: string; net: string }[]
    const sumOf = (treatment: string) =>
      groups
        .filter((group) => group.treatment === treatment)
        .reduce((sum, { net }) => sum + parseAmount(net), 0n)
    const [goods, services] = [sumOf('eu_goods'), sumOf('eu_services')]
    if (goods === 0n && services === 0n) continue
    const key = vatNumber ?? `without ${customer}`
    const before = rows.get(key) ?? { vatNumber, customer, goods: 0n, services: 0n }
    rows.set(key, { ...before, goods: before.goods + goods, services: before.services + services })
  }
  return [...rows.values()].toSorted((left, right) =>
    (left.vatNumber ?? '') < (right.vatNumber ?? '') ? -1 : 1,
  )
}
