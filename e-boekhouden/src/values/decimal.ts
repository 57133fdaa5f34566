import { assumptions } from '../service/assumptions.ts'
import type { DecimalString } from './values.ts'

/** A decimal as its sign, its digits without a dot, and how many of them stand behind the dot. */
type Digits = { negative: boolean; digits: string; decimals: number }

/**
 * The decimal in its one shortest form: no plus, no leading or trailing zeros, no exponent, no minus zero.
 * Null when the text is not a decimal number as XML Schema writes them. An exponent is read, since .NET
 * writes large and small doubles with one; it is worked out in text, never through a binary float.
 */
export function shortestDecimal(text: string): DecimalString | null {
  const parsed = parseDigits(text)
  return parsed && write(parsed)
}

/** As `shortestDecimal`, for a number that the service keeps as a double: the noise of its binary form goes. */
export function shortestDouble(text: string): DecimalString | null {
  const parsed = parseDigits(text)
  return parsed && write(roundTo(assumptions.digitsOfDouble, parsed))
}

/** An amount with at least two decimals: `42` becomes `42.00`, `0.125` stays. */
export function asAmount(decimal: DecimalString): DecimalString {
  const [whole = '0', fraction = ''] = decimal.split('.')
  return `${whole}.${fraction.padEnd(2, '0')}`
}

/** How many digits stand behind the dot, trailing zeros not counted. */
export function decimalsOf(shortest: DecimalString): number {
  return shortest.split('.')[1]?.length ?? 0
}

/** More digits than any amount has; a longer number is not read. */
const maxDigits = 40

function parseDigits(text: string): Digits | null {
  const match = text.trim().match(/^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/)
  if (!match) return null
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  if (whole === '' && fraction === '') return null
  const decimals = fraction.length - Number(exponent)
  const digits = decimals < 0 ? whole + fraction + '0'.repeat(-decimals) : whole + fraction
  if (digits.length > maxDigits || decimals > maxDigits) return null
  return { negative: sign === '-', digits, decimals: Math.max(decimals, 0) }
}

/** Half away from zero at the given number of significant digits. */
function roundTo(significant: number, { negative, digits, decimals }: Digits): Digits {
  const value = digits.replace(/^0+/, '')
  const surplus = Math.min(value.length - significant, decimals)
  if (surplus <= 0) return { negative, digits, decimals }
  const kept = BigInt(value.slice(0, -surplus))
  const up = value.charAt(value.length - surplus) >= '5' ? 1n : 0n
  return { negative, digits: String(kept + up), decimals: decimals - surplus }
}

function write({ negative, digits, decimals }: Digits): DecimalString {
  const padded = digits.padStart(decimals + 1, '0')
  const whole = padded.slice(0, padded.length - decimals).replace(/^0+(?=\d)/, '')
  const fraction = padded.slice(padded.length - decimals).replace(/0+$/, '')
  const number = fraction === '' ? whole : `${whole}.${fraction}`
  return negative && /[1-9]/.test(number) ? `-${number}` : number
}
