import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import type { ConnectionRow } from './connection.ts'

/** The connection of the transaction's organization, or null when it never had one. */
export async function findConnection(tx: Transaction<DB>): Promise<ConnectionRow | null> {
  return (await connectionReading(tx).executeTakeFirst()) ?? null
}

/** The same, to be found together with changes of others: executeTogether(). */
export function connectionReading(tx: Transaction<DB>) {
  return tx
    .selectFrom('connections')
    .innerJoin('books', 'books.id', 'connections.books_id')
    .selectAll('connections')
    .select(['books.name as books_name', 'books.username_hint'])
}
