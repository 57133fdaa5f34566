import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import type { ConnectionRow } from './connection.ts'

export type ConnectionAccounts = {
  debtorsAccount: string
  debtorsAccountName: string
  revenueAccount: string
  revenueAccountName: string
}

/**
 * Makes the connection of the transaction's organization active, whether it is new, paused or disconnected.
 * The version of its codes goes up by one, so that sessions opened with older codes end.
 */
export async function saveActiveConnection(
  tx: Transaction<DB>,
  connection: ConnectionAccounts & { usernameHint: string; at: Date; nextTestAt: Date },
): Promise<ConnectionRow> {
  const values = {
    state: 'active',
    paused_cause: null,
    username_hint: connection.usernameHint,
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
  }
  return tx
    .insertInto('connections')
    .values(values)
    .onConflict((conflict) =>
      conflict.column('organization_id').doUpdateSet((eb) => ({
        ...values,
        codes_version: eb('connections.codes_version', '+', 1),
      })),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
}
