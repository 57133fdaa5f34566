import type { Quantity } from '../quantities/quantity.ts'
import { type Creditable, quantityOf, tenThousandths } from './credit-totals.ts'

/**
 * What is left to credit of each line, in its own sign.
 *
 * @param before what earlier credit notes took of each line, by its place
 */
export function leftToCredit(invoice: Creditable, before: ReadonlyMap<number, string>): Quantity[] {
  const taken = invoice.lines.map((_, position) => tenThousandths(before.get(position) ?? '0'))
  return leftOf(invoice, taken).map(quantityOf)
}

/** The same in ten thousandths. */
export function leftOf({ lines }: Creditable, taken: readonly bigint[]): bigint[] {
  return lines.map(({ quantity }, position) => tenThousandths(quantity) - (taken[position] ?? 0n))
}
