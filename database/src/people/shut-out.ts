import { sql } from 'kysely'
import type { Database } from '../pools/open-database.ts'

/** Told from what anybody else shuts out, so that only this is taken back. */
const reason = 'made-up account, and the books are real'

/**
 * Lets nobody sign in any more whose address is of this domain, ends their sessions, and withdraws for as long the API
 * keys of organizations that only they work in. Returns how many accounts were open until now.
 */
export async function shutOut(accounts: Database, domain: string): Promise<number> {
  return accounts.kysely.transaction().execute(async (tx) => {
    const { numAffectedRows } = await sql`
      update accounts."user" set banned = true, ban_reason = ${reason}
      where email like ${`%@${domain}`} and banned is not true`.execute(tx)
    await sql`
      delete from accounts.session using accounts."user" u
      where session.user_id = u.id and u.ban_reason = ${reason}`.execute(tx)
    await sql`update accounts.api_key set enabled = false where ${ofShutOut}`.execute(tx)
    return Number(numAffectedRows ?? 0n)
  })
}

/** Takes that back, and nothing else. */
export async function letInAgain(accounts: Database): Promise<void> {
  await accounts.kysely.transaction().execute(async (tx) => {
    await sql`update accounts.api_key set enabled = true where enabled = false and ${ofShutOut}`.execute(tx)
    await sql`update accounts."user" set banned = null, ban_reason = null where ban_reason = ${reason}`.execute(
      tx,
    )
  })
}

const ofShutOut = sql`
  exists (select from accounts.member m where m.organization_id = api_key.organization_id)
  and not exists (
    select from accounts.member m join accounts."user" u on u.id = m.user_id
    where m.organization_id = api_key.organization_id and u.ban_reason is distinct from ${reason})`
