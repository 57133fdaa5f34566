import type pg from 'pg'
import { seeAllRows } from './loosen.ts'

/** Who may come in after a restore, as at the backup: whoever was removed since is among them. */
export type ComesBack = {
  readonly people: readonly { email: string; role: string; organization: string }[]
  /** Those that work; none once they were ended. */
  readonly keys: readonly { name: string; of: string | null; organization: string }[]
  /** How many keys were ended; null where that was not asked. */
  readonly endedKeys: number | null
}

/**
 * Tells who comes in with what a restore brought back, and ends all keys where that is asked. In the transaction that
 * ends the restore, so no key works for a moment.
 */
export async function comesBack(
  client: pg.ClientBase,
  { endsKeys }: { endsKeys: boolean },
): Promise<ComesBack> {
  const hideRows = await seeAllRows(client)
  const ended = endsKeys ? (await client.query('delete from accounts.api_key')).rowCount : null
  const people = await client.query<ComesBack['people'][number]>(
    `select u.email, m.role, o.name as organization
     from accounts.member m join accounts."user" u on u.id = m.user_id
       join accounts.organization o on o.id = m.organization_id
     where u.banned is not true order by o.name, u.email`,
  )
  const keys = await client.query<ComesBack['keys'][number]>(
    `select coalesce(k.name, '') as name, u.email as of, o.name as organization
     from accounts.api_key k join accounts.organization o on o.id = k.organization_id
       left join accounts."user" u on u.id = k.user_id
     where k.enabled and (k.expires_at is null or k.expires_at > now()) order by o.name, k.name`,
  )
  await hideRows()
  return { people: people.rows, keys: keys.rows, endedKeys: ended }
}
