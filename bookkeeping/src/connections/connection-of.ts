import { findConnection, type Transaction } from '@stella/database'
import { type ConnectionView, connectionView } from './connection-view.ts'

/** The connection of the transaction's organization, or null when it never had one. */
export async function connectionOf(tx: Transaction): Promise<ConnectionView | null> {
  const row = await findConnection(tx)
  return row === null ? null : connectionView(row)
}
