import { createHash } from 'node:crypto'

/** Digits and capitals without those that are easily taken for another (I, L, O, U). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const HASHED_CHARACTERS = 14

/**
 * The code of a customer in the books: always the same for the same customer, so that a relation we lost sight
 * of can be found. «S» and 70 bits of a hash of the customer's id, 15 characters, the most the service takes.
 * Two of a million customers of one administration share a code with a chance of 1 in 2 billion.
 */
export function relationCodeOf(customerId: string): string {
  const hash = createHash('sha256').update(`stella relation ${customerId.toLowerCase()}`).digest()
  let number = hash.readBigUInt64BE(0) * 64n + BigInt(hash.readUInt8(8) >> 2)
  let code = ''
  for (let position = 0; position < HASHED_CHARACTERS; position += 1) {
    code = `${alphabet[Number(number % 32n)] ?? ''}${code}`
    number /= 32n
  }
  return `S${code}`
}
