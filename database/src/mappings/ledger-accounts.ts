import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** A ledger account as the books called it when they were last read. */
export interface LedgerAccount {
  readonly code: string
  readonly name: string
  readonly category: string
}

export interface KeptLedgerAccounts {
  readonly accounts: readonly LedgerAccount[]
  readonly readAt: Date
}

/** The ledger accounts of these books as they were last read; null where they never were. */
export async function findLedgerAccounts(
  tx: Transaction<DB>,
  booksId: string,
): Promise<KeptLedgerAccounts | null> {
  const row = await tx
    .selectFrom('ledger_accounts')
    .select(['accounts', 'read_at'])
    .where('books_id', '=', booksId)
    .executeTakeFirst()
  // Written by keepLedgerAccounts() and by nobody else.
  return row === undefined
    ? null
    : { accounts: row.accounts as unknown as LedgerAccount[], readAt: row.read_at }
}

export async function keepLedgerAccounts(
  tx: Transaction<DB>,
  booksId: string,
  { accounts, readAt }: KeptLedgerAccounts,
): Promise<void> {
  const kept = { accounts: JSON.stringify(accounts), read_at: readAt }
  await tx
    .insertInto('ledger_accounts')
    .values({ books_id: booksId, ...kept })
    .onConflict((conflict) => conflict.columns(['organization_id', 'books_id']).doUpdateSet(kept))
    .execute()
}
