import type { Kysely } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

type Member = { readonly organizationId: string; readonly userId: string }

/** Whether a person wants the mail in the morning of an organization; null when they do not work there. Role `stella_accounts`. */
export async function findDigestWish(accounts: Kysely<DB>, member: Member): Promise<boolean | null> {
  const found = await accounts
    .selectFrom('accounts.member')
    .where('organization_id', '=', member.organizationId)
    .where('user_id', '=', member.userId)
    .select('digest')
    .executeTakeFirst()
  return found?.digest ?? null
}

/** Changes it; false when they do not work there. */
export async function changeDigestWish(
  accounts: Kysely<DB>,
  member: Member,
  wanted: boolean,
): Promise<boolean> {
  const { numUpdatedRows } = await accounts
    .updateTable('accounts.member')
    .set({ digest: wanted })
    .where('organization_id', '=', member.organizationId)
    .where('user_id', '=', member.userId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
