import { formatDecimal, parseDecimal } from '../money/decimal.ts'

declare const unitPriceBrand: unique symbol

/** The price in euros of one unit: a decimal string with two to four decimals («0.125», «60.00»). */
export type UnitPrice = string & { readonly [unitPriceBrand]: true }

/** Four, because energy, print and fasteners are priced in parts of a cent. */
export const UNIT_PRICE_DECIMALS = 4

/** Reads a price and writes it in its one canonical form («60» becomes «60.00»), or gives null. */
export function readUnitPrice(text: string): UnitPrice | null {
  const decimal = parseDecimal(text, UNIT_PRICE_DECIMALS)
  return decimal === null ? null : (formatDecimal(decimal, 2) as UnitPrice)
}

/**
 * Reads a price that is known to be well formed, such as one from our own database.
 *
 * @throws RangeError when it is not a decimal with at most four decimals.
 */
export function parseUnitPrice(text: string): UnitPrice {
  const price = readUnitPrice(text)
  if (price === null) throw new RangeError(`Not a price: ${JSON.stringify(text)}.`)
  return price
}
