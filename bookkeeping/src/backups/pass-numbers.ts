import { reserveNumbers, type Transaction } from '@stella/database'
import { parsePlainDate } from '@stella/invoicing'
import type { BookedMutation } from '../ports/readings.ts'

/** Lets every series go on after the highest number of it that the books have from Stella. */
export async function passNumbers(
  tx: Transaction,
  sales: readonly BookedMutation[],
  reason: string,
): Promise<void> {
  const numbers = sales.map(({ date, invoiceNumber }) => ({
    number: invoiceNumber,
    invoiceDate: parsePlainDate(date),
  }))
  await reserveNumbers(tx, numbers, reason)
}
