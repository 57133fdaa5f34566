import { formatDecimal, parseDecimal } from '../money/decimal.ts'

declare const quantityBrand: unique symbol

/** A number of units on an invoice line: a decimal string in machine notation with at most four decimals. */
export type Quantity = string & { readonly [quantityBrand]: true }

export const QUANTITY_DECIMALS = 4

/** The largest quantity, either side of zero. Ten million hours is a slip of the keyboard. */
export const MAXIMUM_QUANTITY = 9_999_999n

/** Reads a quantity and writes it in its one canonical form («1.50» becomes «1.5»), or gives null. */
export function readQuantity(text: string): Quantity | null {
  const decimal = parseDecimal(text, QUANTITY_DECIMALS)
  return decimal === null ? null : (formatDecimal(decimal) as Quantity)
}

/**
 * Reads a quantity that is known to be well formed, such as one from our own database.
 *
 * @throws RangeError when it is not a decimal with at most four decimals.
 */
export function parseQuantity(text: string): Quantity {
  const quantity = readQuantity(text)
  if (quantity === null) throw new RangeError(`Not a quantity: ${JSON.stringify(text)}.`)
  return quantity
}
