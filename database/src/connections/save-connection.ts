import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

export type ConnectionAccounts = {
  debtorsAccount: string
  debtorsAccountName: string
  revenueAccount: string
  revenueAccountName: string
}

/**
 * Makes the connection of the transaction's organization active, whether it is new, paused or disconnected.
 * In which books is said with it. The version of its codes goes up by one, so that sessions opened with older codes
 * end. Returns its id.
 */
export async function saveActiveConnection(
  tx: Transaction<DB>,
  connection: ConnectionAccounts & { booksId: string; at: Date; nextTestAt: Date; paymentsDueAt: Date },
): Promise<string> {
  const values = {
    state: 'active',
    paused_cause: null,
    books_id: connection.booksId,
    debtors_account: connection.debtorsAccount,
    debtors_account_name: connection.debtorsAccountName,
    revenue_account: connection.revenueAccount,
    revenue_account_name: connection.revenueAccountName,
    activated_at: connection.at,
    disconnected_at: null,
    test_requested_at: null,
    tested_at: connection.at,
    test_cause: null,
    next_test_at: connection.nextTestAt,
    payments_due_at: connection.paymentsDueAt,
  }
  const { id } = await tx
    .insertInto('connections')
    .values(values)
    .onConflict((conflict) =>
      conflict.column('organization_id').doUpdateSet((eb) => ({
        ...values,
        codes_version: eb('connections.codes_version', '+', 1),
      })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
