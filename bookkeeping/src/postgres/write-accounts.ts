import { findConnection, keepLedgerAccounts, type Transaction } from '@stella/database'
import { settleAccounts } from '../mappings/settle-accounts.ts'
import type { Commit } from '../ports/store.ts'

/**
 * Keeps the ledger accounts that a test of the connection read, unless other books are linked by now. Where the link works,
 * what cannot be booked on them is set aside, and what can be again goes on. Nothing is sent meanwhile: the test has the lane.
 */
export async function writeAccounts(tx: Transaction, { at, booksId, tested }: Commit): Promise<void> {
  if (tested?.accounts === undefined) return
  const connection = await findConnection(tx)
  if (connection?.books_id !== booksId || connection.codes_version !== tested.codesVersion) return
  await keepLedgerAccounts(tx, booksId, { accounts: tested.accounts, readAt: new Date(at) })
  if (tested.cause === null) await settleAccounts(tx, { booksId, at: new Date(at), mayChangePlanned: true })
}
