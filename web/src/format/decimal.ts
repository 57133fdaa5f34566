import type { Language } from '@stella/texts/screens'

/** A decimal number as the API writes it: a point, no thousands separators, as in `-1234.5`. */
export type Decimal = `${number}`

const decimal = /^-?\d+(\.\d+)?$/

/** Whether a text is a decimal number as the API writes it. */
export function isDecimal(text: string): text is Decimal {
  return decimal.test(text)
}

/**
 * Reads a number as people type or paste it, without ever passing through a binary float. There is one grammar:
 * digits, or groups of three of them with one and the same mark or a space in between, and after a mark the decimals.
 * A comma and a point are both understood: the last of two different ones is the decimal one, and a single one is a
 * thousands separator only where the language uses it so and exactly three digits follow (`1.234` is 1234 in Dutch).
 * A euro sign, the spaces around it and a dash for no cents (`250,-`) fall away.
 * Gives undefined for everything that is not certainly a number, such as `9,99,` and `1,2,3`.
 */
export function readDecimal(typed: string, language: Language): Decimal | undefined {
  const text = typed
    .replace(/[−–]/g, '-')
    .replace(/^\s*(-?)\s*€?\s*(-?)|\s*€?\s*$/g, '$1$2')
    .replace(/,-{1,2}$/, '')
  const parts = /^(-?)(.*)$/s.exec(text)
  const read = parts === null ? undefined : readUnsigned(parts[2] ?? '', language)
  const value = read === undefined ? undefined : `${parts?.[1] ?? ''}${read}`
  return value !== undefined && isDecimal(value) ? value : undefined
}

const plain = /^\d*$/
const grouped = /^\d{1,3}(?:([.,\s])\d{3})(?:\1\d{3})*$/

function readUnsigned(text: string, language: Language): string | undefined {
  const [whole, fraction] = splitAtDecimalMark(text, language)
  const isWhole = plain.test(whole) || grouped.test(whole)
  if (!isWhole || (fraction !== undefined && !/^\d+$/.test(fraction))) return undefined
  if (whole === '' && fraction === undefined) return undefined
  const digits = whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '') || '0'
  const rest = fraction?.replace(/0+$/, '') ?? ''
  return rest === '' ? digits : `${digits}.${rest}`
}

function splitAtDecimalMark(text: string, language: Language): [string, string | undefined] {
  const place = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'))
  if (place === -1 || isThousands(text, place, language)) return [text, undefined]
  return [text.slice(0, place), text.slice(place + 1)]
}

/** Whether the last mark parts thousands: it stands there more than once, or alone and as the language has it. */
function isThousands(text: string, place: number, language: Language): boolean {
  if (!grouped.test(text)) return false
  const mark = text[place] ?? ''
  if (text.indexOf(mark) !== place) return true
  return mark === (language === 'nl' ? '.' : ',') && !text.startsWith('0')
}
