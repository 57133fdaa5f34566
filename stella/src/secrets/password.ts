import { randomInt } from 'node:crypto'

/** No 0 and o, no 1 and l: a person may have to type it over. */
const letters = 'abcdefghijkmnpqrstuvwxyz23456789'

/** A password a person can type: three groups of four, 60 bits of chance. */
export function drawPassword(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return `${group()}-${group()}-${group()}`
}
