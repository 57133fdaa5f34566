import { isNumberInBooks, type Transaction } from '@stella/database'
import type { FieldError } from '../http/api-error.ts'

/** A number that the books knew when they were linked: with it the invoice could never be booked. */
export async function knownToBooks(tx: Transaction, number: string): Promise<FieldError[]> {
  if (!(await isNumberInBooks(tx, number))) return []
  return [{ path: 'seriesId', code: 'number_in_books', parameters: { characters: number } }]
}
