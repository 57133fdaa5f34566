import type { MailSecurity, MailServer } from '@stella/invoicing'
import { sql, type Transaction } from 'kysely'
import { everyId } from '../lists/every-id.ts'
import type { Database } from '../pools/open-database.ts'
import type { DB } from '../schema/schema.generated.ts'

/** The mail server of an organization, without its password. */
export type StoredMailServer = MailServer & {
  /** When a connection with it last came about. */
  readonly testedAt: Date
}

/** A password in its envelope. */
export interface SealedPasswordRow {
  readonly keyName: string
  readonly wrappedKey: Buffer
  readonly sealedPassword: Buffer
}

/** The mail server through which the transaction's organization sends itself; null when it sends through Stella's. */
export async function findMailServer(tx: Transaction<DB>): Promise<StoredMailServer | null> {
  const row = await tx
    .selectFrom('mail_servers')
    .select(['host', 'port', 'security', 'username', 'sender', 'tested_at'])
    .executeTakeFirst()
  if (row === undefined) return null
  const { host, port, security, sender, tested_at: testedAt, username } = row
  // Written from the closed table alone.
  return { host, port, security: security as MailSecurity, username, sender, testedAt }
}

/** Has the organization send through this one. Whoever writes a password need not be able to read it. */
export async function saveMailServer(
  tx: Transaction<DB>,
  { host, port, security, sender, testedAt, username }: StoredMailServer,
  password: SealedPasswordRow | null,
): Promise<void> {
  await deleteMailServer(tx)
  await tx
    .insertInto('mail_servers')
    .values({
      host,
      port,
      security,
      username,
      sender,
      tested_at: testedAt,
      key_name: password?.keyName ?? null,
      wrapped_key: password?.wrappedKey ?? null,
      sealed_password: password?.sealedPassword ?? null,
    })
    .execute()
}

/** Has it send through Stella's again, and forgets the password for good; returns whether there was one. */
export async function deleteMailServer(tx: Transaction<DB>): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('mail_servers').executeTakeFirst()
  return numDeletedRows > 0n
}

/** The sealed password, for the roles of the mail and the worker only; null when there is none. */
export async function findMailServerPassword(tx: Transaction<DB>): Promise<SealedPasswordRow | null> {
  const row = await tx
    .selectFrom('mail_servers')
    .select(['key_name', 'wrapped_key', 'sealed_password'])
    .executeTakeFirst()
  if (row === undefined || row.key_name === null || row.wrapped_key === null || row.sealed_password === null)
    return null
  return { keyName: row.key_name, wrappedKey: row.wrapped_key, sealedPassword: row.sealed_password }
}

/** Seals the same password anew. Changes nothing when it is no longer the one that was read. */
export async function resealMailServerPassword(
  tx: Transaction<DB>,
  from: SealedPasswordRow,
  to: SealedPasswordRow,
): Promise<void> {
  await tx
    .updateTable('mail_servers')
    .set({ key_name: to.keyName, wrapped_key: to.wrappedKey, sealed_password: to.sealedPassword })
    .where('wrapped_key', '=', from.wrappedKey)
    .where('sealed_password', '=', from.sealedPassword)
    .execute()
}

/** The organizations that have a mail server: for the worker's role, in order. */
export function organizationsWithMailServer(database: Database, batch = 500): AsyncGenerator<string> {
  return everyId(
    database,
    (after) => sql`select id from organizations_with_mail_server(${after}, ${batch}) as id`,
  )
}
