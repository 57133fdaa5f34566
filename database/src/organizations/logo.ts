import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** A logo as it is stored: read and written anew by us, whatever was handed in. */
export interface StoredLogo {
  readonly format: 'png' | 'jpg'
  readonly data: Uint8Array
}

/** A logo by its id; null for none, and for one that is gone. */
export async function findLogo(
  tx: Transaction<DB>,
  id: string | null | undefined,
): Promise<StoredLogo | null> {
  if (id === null || id === undefined) return null
  const row = await tx.selectFrom('logos').select(['format', 'data']).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : { format: row.format === 'png' ? 'png' : 'jpg', data: row.data }
}

/**
 * Makes it the logo of the organization, or takes the logo away. The one before goes, unless a final invoice was made
 * with it.
 */
export async function saveLogo(tx: Transaction<DB>, logo: StoredLogo | null): Promise<string | null> {
  const before = await tx.selectFrom('organization_profiles').select('logo_id').forUpdate().executeTakeFirst()
  const added =
    logo === null
      ? null
      : await tx
          .insertInto('logos')
          .values({ format: logo.format, data: Buffer.from(logo.data) })
          .returning('id')
          .executeTakeFirstOrThrow()
  const id = added?.id ?? null
  if (before === undefined) {
    const name = sql<string>`(select name from accounts.organization
      where id = nullif(current_setting('stella.organization_id', true), '')::uuid)`
    await tx.insertInto('organization_profiles').values({ name, logo_id: id }).execute()
  } else await tx.updateTable('organization_profiles').set({ logo_id: id }).execute()
  if (before?.logo_id) await forgetUnused(tx, before.logo_id)
  return id
}

async function forgetUnused(tx: Transaction<DB>, id: string): Promise<void> {
  await tx
    .deleteFrom('logos')
    .where('id', '=', id)
    .where(sql<boolean>`not exists (select from invoices
      where invoices.organization_id = logos.organization_id and invoices.sender_snapshot ->> 'logoId' = ${id})`)
    .execute()
}
