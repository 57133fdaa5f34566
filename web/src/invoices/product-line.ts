import type { Language } from '@stella/texts/screens'
import { formatEuro, formatQuantity } from '../format/amounts.ts'
import { isDecimal } from '../format/decimal.ts'
import type { Product } from '../products/queries.ts'
import type { LineFields } from './fields.ts'

/** As fine as the prices of lines are. */
const PRICE_DECIMALS = 4

type Manner = {
  pricesIncludeVat: boolean
  /** The percentage that the product is taxed with on the day of the invoice; undefined where none is known. */
  rate: string | undefined
  language: Language
}

/** What a line begins with when a product is picked: its price in the manner of the invoice, with or without VAT. */
export function lineOfProduct(product: Product, { pricesIncludeVat, rate, language }: Manner) {
  const price =
    product.priceIncludesVat === pricesIncludeVat
      ? product.unitPrice
      : converted(product.unitPrice, rate ?? '0', pricesIncludeVat)
  return {
    productId: product.id,
    description: product.description,
    unit: product.unit ?? '',
    unitPrice: formatEuro(price, language),
    vatTreatment: product.vatTreatment,
    vatRate: product.vatRate === null ? '' : formatQuantity(product.vatRate, language),
    vatIsChosen: true,
  } satisfies Partial<LineFields>
}

/**
 * Those found, the likeliest first: whoever types a whole code means that product; else what begins with what is typed
 * goes before what has a word that does, and that before what only holds it.
 */
export function likelyFirst(found: readonly Product[], typed: string): Product[] {
  const wanted = typed.toLowerCase()
  const rank = ({ code, description }: Product) => {
    const name = description.toLowerCase()
    if (code?.toLowerCase() === wanted) return 0
    if (name.startsWith(wanted) || code?.toLowerCase().startsWith(wanted)) return 1
    return name.split(/[\s,(/-]+/).some((word) => word.startsWith(wanted)) ? 2 : 3
  }
  return found.toSorted((one, other) => rank(one) - rank(other))
}

/** With VAT put on or taken off, to the precision of a price, a half away from zero. */
function converted(price: string, rate: string, puttingOn: boolean): string {
  if (!isDecimal(price) || !isDecimal(rate)) return price
  const whole = 10n ** 6n
  const withVat = whole + scaled(rate, 4)
  const units = scaled(price, PRICE_DECIMALS)
  const [numerator, denominator] = puttingOn ? [units * withVat, whole] : [units * whole, withVat]
  const size = numerator < 0n ? -numerator : numerator
  const rounded = ((2n * size + denominator) / (2n * denominator))
    .toString()
    .padStart(PRICE_DECIMALS + 1, '0')
  return `${numerator < 0n ? '-' : ''}${rounded.slice(0, -PRICE_DECIMALS)}.${rounded.slice(-PRICE_DECIMALS)}`
}

/** A decimal as a whole number of its smallest parts; no price or rate is finer than that. */
function scaled(decimal: string, scale: number): bigint {
  const [whole = '', fraction = ''] = decimal.split('.')
  return BigInt(whole + fraction.padEnd(scale, '0').slice(0, scale))
}
