import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** What is done by one at a time in an organization; the numbers are those of every version, so that they agree. */
const locks = { activities: 1, sending: 2, attachments: 3 } as const

/** Waits for the organization's turn at something, and keeps it until the transaction ends. */
export async function lockOrganization(tx: Transaction<DB>, of: keyof typeof locks): Promise<void> {
  await sql`select pg_advisory_xact_lock(${locks[of]}, hashtext(current_setting('stella.organization_id')))`.execute(
    tx,
  )
}
