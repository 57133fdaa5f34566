import { listJudgedPeriods, saveVerdict, type Transaction } from '@stella/database'
import { reconciliationOf } from './reconciliation-of.ts'

/** Writes down how a period stands between Stella and these books, for whoever looks at many organizations at once. */
export async function judgePeriod(
  tx: Transaction,
  of: { booksId: string; from: string; until: string },
  now: Date,
): Promise<void> {
  const { compared } = await reconciliationOf(tx, of)
  if (compared === null) return
  const { accepted, by, differences, readAt } = compared
  const open = differences.filter(({ key }) => !accepted.has(key))
  const amounts = open.flatMap((difference) => difference.amounts)
  const net = amounts.reduce((sum, amount) => sum + amount.net, 0n)
  const vat = amounts.reduce((sum, amount) => sum + amount.vat, 0n)
  await saveVerdict(tx, { ...of, readAt, lookedBy: by, openDifferences: open.length, net, vat }, now)
}

/** The same of every period of these books that was judged: one difference may stand in a month, its quarter and year. */
export async function judgeAgain(tx: Transaction, booksId: string, now: Date): Promise<void> {
  for (const period of await listJudgedPeriods(tx, booksId))
    await judgePeriod(tx, { booksId, ...period }, now)
}
