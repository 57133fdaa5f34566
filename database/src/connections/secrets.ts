import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import type { SealedSecretRow } from './connection.ts'

/** Replaces the sealed codes. Whoever writes them need not be able to read them. */
export async function replaceSecret(
  tx: Transaction<DB>,
  connectionId: string,
  secret: SealedSecretRow & { at: Date },
): Promise<void> {
  await deleteSecret(tx, connectionId)
  await tx
    .insertInto('connection_secrets')
    .values({
      connection_id: connectionId,
      key_version: secret.keyVersion,
      wrapped_key: secret.wrappedKey,
      sealed_codes: secret.sealedCodes,
      sealed_at: secret.at,
    })
    .execute()
}

/** Forgets the codes for good: with the wrapped key gone, a copy of the ciphertext elsewhere opens no more. */
export async function deleteSecret(tx: Transaction<DB>, connectionId: string): Promise<void> {
  await tx.deleteFrom('connection_secrets').where('connection_id', '=', connectionId).execute()
}

/** The sealed codes, for the worker's role only; null when there are none. */
export async function findSecret(tx: Transaction<DB>, connectionId: string): Promise<SealedSecretRow | null> {
  const row = await tx
    .selectFrom('connection_secrets')
    .select(['key_version', 'wrapped_key', 'sealed_codes'])
    .where('connection_id', '=', connectionId)
    .executeTakeFirst()
  if (row === undefined) return null
  return { keyVersion: row.key_version, wrappedKey: row.wrapped_key, sealedCodes: row.sealed_codes }
}
