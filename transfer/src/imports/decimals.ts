/** With what decimals are written. */
export const decimalMarks = ['comma', 'point'] as const
export type DecimalMark = (typeof decimalMarks)[number]

const comma = /^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/
const point = /^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/

/**
 * Reads «1.234,56», «€ 1234,5» or «-12,50» as machine notation. What is not of the form comes back as it was: it is
 * never taken for another number.
 */
export function readAmount(text: string, mark: DecimalMark): string {
  const bare = bareAmount(text)
  if (mark === 'comma') return comma.test(bare) ? bare.replaceAll('.', '').replace(',', '.') : text
  return point.test(bare) ? bare.replaceAll(',', '') : text
}

/**
 * Which mark amounts have: that of those that can be read in one way only. «1,234» could be either, and says nothing.
 * Null where none says anything, or where they say both.
 */
export function recognizeDecimals(amounts: readonly string[]): DecimalMark | null {
  const said = new Set(amounts.map((text) => saidBy(bareAmount(text))).filter((mark) => mark !== null))
  const [only] = said
  return said.size === 1 && only !== undefined ? only : null
}

function saidBy(text: string): DecimalMark | null {
  const asComma = comma.test(text)
  const asPoint = point.test(text)
  // A whole number is the same in both.
  if (asComma === asPoint || /^-?\d+$/.test(text)) return null
  return asComma ? 'comma' : 'point'
}

function bareAmount(text: string): string {
  return text
    .trim()
    .replace(/^(€|EUR)\s*/i, '')
    .replace(/\s*(€|EUR)$/i, '')
    .replaceAll(/[\s  ]/g, '')
    .replace(/^-?€/, (sign) => sign.replace('€', ''))
    .replace(/^\+/, '')
    .replace(/,-+$/, '')
}
