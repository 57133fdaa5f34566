import { type Cents, roundToCents } from '../money/cents.ts'
import { type Decimal, multiply, parseDecimal } from '../money/decimal.ts'
import { QUANTITY_DECIMALS } from './quantity.ts'
import { UNIT_PRICE_DECIMALS } from './unit-price.ts'

/**
 * Quantity times price, rounded to cents a half away from zero (EN 16931, BT-131 without allowances).
 *
 * @throws RangeError when one of them is not a decimal with at most four decimals.
 */
export function lineAmount(line: { readonly quantity: string; readonly unitPrice: string }): Cents {
  const quantity = decimalOf(line.quantity, QUANTITY_DECIMALS)
  const unitPrice = decimalOf(line.unitPrice, UNIT_PRICE_DECIMALS)
  return roundToCents(multiply(quantity, unitPrice))
}

function decimalOf(text: string, maximumScale: number): Decimal {
  const decimal = parseDecimal(text, maximumScale)
  if (decimal === null) throw new RangeError(`Not a decimal number: ${JSON.stringify(text)}.`)
  return decimal
}
