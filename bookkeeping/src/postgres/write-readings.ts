import {
  insertReconciliation,
  replaceStrayPayments,
  savePayments,
  saveReconciliation,
  setNextReading,
  type Transaction,
} from '@stella/database'
import type { Commit } from '../ports/store.ts'
import { judgePeriod } from '../reconciliation/judge-period.ts'

/** What was read beside booking; of books that are no longer linked the next reading is not planned. */
export async function writeReadings(
  tx: Transaction,
  { booksId, nextReading, payments, reconciliation }: Commit,
): Promise<void> {
  if (payments !== undefined) {
    await savePayments(tx, booksId, payments.records)
    const { readAt, strays } = payments
    await replaceStrayPayments(tx, { booksId, strays, readAt: new Date(readAt) })
  }
  if (reconciliation !== undefined) {
    if (reconciliation.isNew) await insertReconciliation(tx, { ...reconciliation.task, booksId })
    const { progress, task } = reconciliation
    await saveReconciliation(tx, { ...progress, id: task.id })
    if (progress.finishedAt !== null)
      await judgePeriod(tx, { booksId, from: task.from, until: task.until }, progress.finishedAt)
  }
  if (nextReading !== undefined) {
    await setNextReading(tx, { of: nextReading.of, booksId, at: new Date(nextReading.at) })
  }
}
