import type { Language } from '@stella/texts'

/** A decimal number as the API writes it: a point, no thousands separators, as in `-1234.5`. */
export type Decimal = `${number}`

const decimal = /^-?\d+(\.\d+)?$/

/** Whether a text is a decimal number as the API writes it. */
export function isDecimal(text: string): text is Decimal {
  return decimal.test(text)
}

/**
 * Reads a number as people type or paste it, without ever passing through a binary float.
 * A euro sign, spaces and thousands separators fall away; a comma and a point are both understood:
 * the last of two different ones is the decimal one, and a single one is a thousands separator only
 * where the language uses it so and exactly three digits follow (`1.234` is 1234 in Dutch).
 * Gives undefined when it is no number.
 */
export function readDecimal(typed: string, language: Language): Decimal | undefined {
  const text = typed.replace(/[\s€]/g, '').replace(/[−–]/g, '-').replace(/,-$/, '')
  if (!/^-?[\d.,]*\d[\d.,]*$/.test(text)) return undefined
  const [whole, fraction] = splitAtDecimalMark(text, language)
  const digits = whole.replace(/[.,]/g, '').replace(/^(-?)0+(?=\d)/, '$1')
  const start = digits === '' || digits === '-' ? `${digits}0` : digits
  const rest = fraction.replace(/0+$/, '')
  const read = rest === '' ? start : `${start}.${rest}`
  return isDecimal(read) ? read : undefined
}

function splitAtDecimalMark(text: string, language: Language): [string, string] {
  const place = decimalMarkPlace(text, language)
  return place === -1 ? [text, ''] : [text.slice(0, place), text.slice(place + 1)]
}

function decimalMarkPlace(text: string, language: Language): number {
  const comma = text.lastIndexOf(',')
  const point = text.lastIndexOf('.')
  if (comma !== -1 && point !== -1) return Math.max(comma, point)
  const place = Math.max(comma, point)
  if (place === -1) return -1
  const mark = text[place]
  if (text.indexOf(mark ?? '') !== place) return -1
  const thousands = language === 'nl' ? '.' : ','
  const grouped = /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text)
  return mark === thousands && grouped ? -1 : place
}
