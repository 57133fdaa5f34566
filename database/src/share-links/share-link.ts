import type { MessageLanguage } from '@stella/invoicing'
import { type Selectable, sql, type Transaction } from 'kysely'
import type { Database } from '../pools/open-database.ts'
import type { DB, ShareLinks } from '../schema/schema.generated.ts'
import { inTransaction } from '../transactions/in-organization.ts'

export interface ShareLink {
  readonly id: string
  readonly invoiceId: string
  readonly language: MessageLanguage
  readonly secretHash: Uint8Array
  readonly createdAt: Date
  readonly firstOpenedAt: Date | null
  readonly revokedAt: Date | null
}

/** The link of an invoice that works, if there is one. */
export async function findShareLinkOf(tx: Transaction<DB>, invoiceId: string): Promise<ShareLink | null> {
  const row = await tx
    .selectFrom('share_links')
    .selectAll()
    .where('invoice_id', '=', invoiceId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row === undefined ? null : linkOf(row)
}

export async function findShareLink(tx: Transaction<DB>, id: string): Promise<ShareLink | null> {
  const row = await tx.selectFrom('share_links').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : linkOf(row)
}

/** What the role of the mail may know of a link: its hash, and whether it works. */
export async function findSecretHash(tx: Transaction<DB>, id: string): Promise<Uint8Array | null> {
  const row = await tx
    .selectFrom('share_links')
    .select('secret_hash')
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row?.secret_hash ?? null
}

/** Adds a link; one of two that do it at once gets null, and finds that of the other. */
export async function insertShareLink(
  tx: Transaction<DB>,
  link: Pick<ShareLink, 'id' | 'invoiceId' | 'language' | 'secretHash' | 'createdAt'>,
): Promise<ShareLink | null> {
  const row = await tx
    .insertInto('share_links')
    .values({
      id: link.id,
      invoice_id: link.invoiceId,
      language: link.language,
      secret_hash: Buffer.from(link.secretHash),
      created_at: link.createdAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? null : linkOf(row)
}

/** From now on the link shows nothing; returns whether it worked until now. */
export async function revokeShareLink(tx: Transaction<DB>, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('share_links')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Notes that a link was opened; returns whether it is the first time. */
export async function noteShareLinkOpened(tx: Transaction<DB>, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('share_links')
    .set({ first_opened_at: at })
    .where('id', '=', id)
    .where('first_opened_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Of which organization a link is, by the hash of its secret: whoever opens it is not signed in. */
export async function locateShareLink(
  database: Database,
  secretHash: Uint8Array,
): Promise<{ organizationId: string; id: string } | null> {
  return inTransaction(database, async (tx) => {
    const { rows } = await sql<{ organizationId: string | null; id: string | null }>`
      select organization_id as "organizationId", link_id as id from find_share_link(${Buffer.from(secretHash)})`.execute(
      tx,
    )
    const [row] = rows
    return row?.organizationId != null && row.id !== null
      ? { organizationId: row.organizationId, id: row.id }
      : null
  })
}

function linkOf(row: Selectable<ShareLinks>): ShareLink {
  return {
    id: row.id,
    invoiceId: row.invoice_id,
    language: row.language,
    secretHash: row.secret_hash,
    createdAt: row.created_at,
    firstOpenedAt: row.first_opened_at,
    revokedAt: row.revoked_at,
  }
}
