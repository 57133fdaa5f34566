import { findConnection, findLedgerAccounts, markLaneDue, type Transaction } from '@stella/database'
import type { Problem } from '@stella/invoicing'
import { problemsAt } from './change-mapping.ts'
import { settleAccounts } from './settle-accounts.ts'

/** What is wrong with the account of a product, as far as the linked books are known. */
export async function problemsOfProductAccount(
  tx: Transaction,
  revenueAccount: string | null,
): Promise<Problem[]> {
  if (revenueAccount === null) return []
  const connection = await findConnection(tx)
  if (connection === null || connection.state === 'disconnected') return []
  const kept = await findLedgerAccounts(tx, connection.books_id)
  return kept === null ? [] : problemsAt('revenueAccount', revenueAccount, 'revenue', kept.accounts)
}

/** A product has another account from now on: what was set aside for the former one goes on. */
export async function productAccountChanged(tx: Transaction, now: Date): Promise<void> {
  const connection = await findConnection(tx)
  if (connection === null || connection.state === 'disconnected') return
  await markLaneDue(tx, now)
  await settleAccounts(tx, { booksId: connection.books_id, at: now, mayChangePlanned: false })
}
