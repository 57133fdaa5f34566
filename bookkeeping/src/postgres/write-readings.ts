import { replaceStrayPayments, savePayments, setNextReading, type Transaction } from '@stella/database'
import type { Commit } from '../ports/store.ts'

/** What was read beside booking; of books that are no longer linked the next reading is not planned. */
export async function writeReadings(
  tx: Transaction,
  { booksId, nextReading, payments }: Commit,
): Promise<void> {
  if (payments !== undefined) {
    await savePayments(tx, booksId, payments.records)
    const { readAt, strays } = payments
    await replaceStrayPayments(tx, { booksId, strays, readAt: new Date(readAt) })
  }
  if (nextReading !== undefined) await setNextReading(tx, { booksId, at: new Date(nextReading.at) })
}
