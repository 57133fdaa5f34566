import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import type { SealedSecretRow } from './connection.ts'

/** Whose codes they are: of a connection, and of which of the books it opened. */
export type SecretOf = { connectionId: string; booksId: string }

/** Replaces the sealed codes of these books. Whoever writes them need not be able to read them. */
export async function replaceSecret(
  tx: Transaction<DB>,
  { connectionId, booksId }: SecretOf,
  secret: SealedSecretRow & { at: Date },
): Promise<void> {
  await tx
    .deleteFrom('connection_secrets')
    .where('connection_id', '=', connectionId)
    .where('books_id', '=', booksId)
    .execute()
  await tx
    .insertInto('connection_secrets')
    .values({
      connection_id: connectionId,
      books_id: booksId,
      key_name: secret.keyName,
      wrapped_key: secret.wrappedKey,
      sealed_codes: secret.sealedCodes,
      sealed_at: secret.at,
    })
    .execute()
}

/**
 * Forgets all codes of a connection for good: with the wrapped key gone, a copy of the ciphertext elsewhere opens
 * no more.
 */
export async function deleteSecrets(tx: Transaction<DB>, connectionId: string): Promise<void> {
  await tx.deleteFrom('connection_secrets').where('connection_id', '=', connectionId).execute()
}

/**
 * Forgets the codes of other books than these, but for those in which the outcome of a booking is unknown. Returns
 * whether there are such books, with codes or without.
 */
export async function deleteFormerSecrets(
  tx: Transaction<DB>,
  { connectionId, booksId }: SecretOf,
): Promise<boolean> {
  const unsettled = tx
    .selectFrom('bookings')
    .select('books_id')
    .where('state', 'in', ['sending', 'unknown'])
    .where('books_id', '!=', booksId)
  await tx
    .deleteFrom('connection_secrets')
    .where('connection_id', '=', connectionId)
    .where('books_id', '!=', booksId)
    .where('books_id', 'not in', unsettled)
    .execute()
  return (await unsettled.limit(1).executeTakeFirst()) !== undefined
}

/** Whether codes of these books are kept. */
export async function hasSecret(tx: Transaction<DB>, { connectionId, booksId }: SecretOf): Promise<boolean> {
  const row = await tx
    .selectFrom('connection_secrets')
    .select('books_id')
    .where('connection_id', '=', connectionId)
    .where('books_id', '=', booksId)
    .executeTakeFirst()
  return row !== undefined
}

/** The sealed codes, for the worker's role only; null when there are none. */
export async function findSecret(
  tx: Transaction<DB>,
  { connectionId, booksId }: SecretOf,
): Promise<SealedSecretRow | null> {
  const row = await tx
    .selectFrom('connection_secrets')
    .select(['key_name', 'wrapped_key', 'sealed_codes'])
    .where('connection_id', '=', connectionId)
    .where('books_id', '=', booksId)
    .executeTakeFirst()
  if (row === undefined) return null
  return { keyName: row.key_name, wrappedKey: row.wrapped_key, sealedCodes: row.sealed_codes }
}

/** All sealed codes of the transaction's organization, for the worker's role only. */
export async function listSecrets(tx: Transaction<DB>): Promise<(SecretOf & SealedSecretRow)[]> {
  const rows = await tx.selectFrom('connection_secrets').selectAll().execute()
  return rows.map((row) => ({
    connectionId: row.connection_id,
    booksId: row.books_id,
    keyName: row.key_name,
    wrappedKey: row.wrapped_key,
    sealedCodes: row.sealed_codes,
  }))
}

/** Seals the same codes anew. Returns false, and changes nothing, when they are no longer those that were read. */
export async function resealSecret(
  tx: Transaction<DB>,
  { connectionId, booksId }: SecretOf,
  { from, to }: { from: SealedSecretRow; to: SealedSecretRow },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('connection_secrets')
    .set({ key_name: to.keyName, wrapped_key: to.wrappedKey, sealed_codes: to.sealedCodes })
    .where('connection_id', '=', connectionId)
    .where('books_id', '=', booksId)
    .where('wrapped_key', '=', from.wrappedKey)
    .where('sealed_codes', '=', from.sealedCodes)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
