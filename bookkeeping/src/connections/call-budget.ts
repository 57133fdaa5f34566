import { countExchanges, countExchangesByOperation, type Transaction } from '@stella/database'
import { todayInAmsterdam } from '@stella/invoicing'
import { mayReadMore, monthBegan, OPTIONAL_READS_A_MONTH, READS_A_MONTH } from '../payments/reading.ts'

/** What this Stella asked of some books this month, and what the service allows. */
export async function callBudget(tx: Transaction, { booksId, now }: { booksId: string; now: Date }) {
  const since = new Date(monthBegan(now.getTime()))
  const operations = await countExchangesByOperation(tx, { booksId, since })
  const today = todayInAmsterdam(now)
  return {
    month: `${today.slice(0, 8)}01`,
    limit: READS_A_MONTH,
    optionalUntil: OPTIONAL_READS_A_MONTH,
    limited: operations.find(({ operation }) => operation === 'GetMutaties')?.calls ?? 0,
    operations,
    days: Number(today.slice(8)),
  }
}

/** Whether so few calls are left this month that what can wait is not read. */
export async function isReadingHeldBack(
  tx: Transaction,
  { booksId, now }: { booksId: string; now: Date },
): Promise<boolean> {
  const since = new Date(monthBegan(now.getTime()))
  return !mayReadMore(await countExchanges(tx, { booksId, operation: 'GetMutaties', since }))
}
