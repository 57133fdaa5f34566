import { type Client, escapeIdentifier } from 'pg'
import { databaseErrorOf } from '../errors/postgres-errors.ts'
import { withClient } from '../pools/with-client.ts'

/**
 * What a copy has none of: codes that would open somebody's books, the password of a mail server, the right to work,
 * secrets of links, what was asked for and is made anew, what the support was asked, and chains of what people did.
 */
const leftOut: ReadonlySet<string> = new Set([
  'audit_entries',
  'audit_heads',
  'booking_lanes',
  'case_messages',
  'case_proposals',
  'cases',
  'connection_secrets',
  'digests',
  'export_parts',
  'exports',
  'import_file_parts',
  'import_rows',
  'imports',
  'invoice_seals',
  'kept_pdfs',
  'mail_servers',
  'pause_notices',
  'share_links',
  'support_audit',
])

/** Who did something stays who it was. */
const people: ReadonlySet<string> = new Set(['accepted_by', 'made_by', 'requested_by', 'said_by', 'user_id'])

/** Copies in one transaction: some hundred thousand rows, so that neither memory nor the log of the server fills. */
const copiesAtOnce = 100

/**
 * Makes copies of a whole organization, for practice and for measuring: the same customers, invoices, bookings and log
 * under other ids and another name, each with its owner, who signs in with the same password as the owner of the first.
 * The rows never leave the server, and are sealed there as they were when they were written. Nothing is done for a copy:
 * it has no codes of its books.
 *
 * @param ownerUrl of the owner of the tables, a superuser of the server: rows are written past their triggers
 * @param copies numbered from `first`; the number stands behind the name, and before the @ of the owner's address
 */
export async function copyOrganization(
  ownerUrl: string,
  organizationId: string,
  numbered: { first: number; copies: number },
): Promise<void> {
  try {
    await withClient(ownerUrl, 'copies', (client) => copyAll(client, organizationId, numbered))
  } catch (error) {
    throw databaseErrorOf(error)
  }
}

async function copyAll(
  client: Client,
  organizationId: string,
  { first, copies }: { first: number; copies: number },
): Promise<void> {
  const tables = await tablesOf(client)
  for (let at = first; at < first + copies; at += copiesAtOnce) {
    const numbers = [at, Math.min(at + copiesAtOnce, first + copies) - 1]
    await client.query('begin')
    try {
      await client.query('set local session_replication_role = replica')
      for (const statement of [...accounts, ...tables.map(copyOf)])
        await client.query(statement, [organizationId, ...numbers])
      await client.query('set local session_replication_role = origin')
      await client.query(seals, [organizationId, ...numbers])
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw error
    }
  }
}

/** The same id for the same row of the same copy, wherever it stands; of version 8, which is for ids of one's own. */
const idOfCopy = (column: string) =>
  `overlay(overlay(md5(${column}::text || ':' || copy_number) placing '8' from 13) placing '8' from 17)::uuid`

const numbers = 'generate_series($2::int, $3::int) as copy_number'

const accounts: readonly string[] = [
  `insert into accounts.organization (id, name, slug, created_at)
   select ${idOfCopy('id')}, name || ' ' || copy_number, slug || '-' || copy_number, created_at
   from accounts.organization, ${numbers} where id = $1`,
  `insert into accounts."user" (id, name, email, email_verified, created_at, updated_at, language)
   select ${idOfCopy('id')}, name, split_part(email, '@', 1) || '-' || copy_number || '@' || split_part(email, '@', 2),
     email_verified, created_at, updated_at, language
   from accounts."user", ${numbers}
   where id in (select user_id from accounts.member where organization_id = $1)`,
  `insert into accounts.account (id, account_id, provider_id, user_id, password, created_at, updated_at)
   select ${idOfCopy('id')}, ${idOfCopy('user_id')}::text, provider_id, ${idOfCopy('user_id')}, password, created_at,
     updated_at
   from accounts.account, ${numbers}
   where user_id in (select user_id from accounts.member where organization_id = $1)`,
  `insert into accounts.member (id, organization_id, user_id, role, created_at, digest)
   select ${idOfCopy('id')}, ${idOfCopy('organization_id')}, ${idOfCopy('user_id')}, role, created_at, digest
   from accounts.member, ${numbers} where organization_id = $1`,
]

/** In the order of their series, as each is reckoned over the one before. */
const seals = `
  insert into invoice_seals (organization_id, invoice_id, series_id, year, place, hash)
  select organization_id, id, series_id, series_year, series_place, ''
  from invoices
  where state = 'final'
    and organization_id in (select ${idOfCopy('$1::uuid')} from ${numbers})
  order by organization_id, series_id, series_year, series_place`

interface Table {
  name: string
  columns: readonly { name: string; isId: boolean }[]
  /** The column that numbers the rows as they were written, which a copy numbers anew. */
  order: string | null
}

async function tablesOf(client: Client): Promise<Table[]> {
  const { rows } = await client.query<{ table: string; column: string; type: string; drawn: boolean }>(
    `select c.table_name as "table", c.column_name as "column", c.data_type as type,
       c.is_identity = 'YES' or c.is_generated = 'ALWAYS' as drawn
     from information_schema.columns as c join information_schema.tables using (table_schema, table_name)
     where c.table_schema = 'public' and table_type = 'BASE TABLE'
       and exists (select from information_schema.columns as o where o.table_schema = 'public'
         and o.table_name = c.table_name and o.column_name = 'organization_id')
     order by c.table_name, c.ordinal_position`,
  )
  const names = [...new Set(rows.map(({ table }) => table))].filter((name) => !leftOut.has(name))
  return names.map((name) => {
    const columns = rows.filter(({ table }) => table === name)
    return {
      name,
      columns: columns
        .filter(({ drawn }) => !drawn)
        .map(({ column, type }) => ({ name: column, isId: type === 'uuid' && !people.has(column) })),
      order: columns.find(({ drawn, type }) => drawn && type === 'bigint')?.column ?? null,
    }
  })
}

function copyOf({ name, columns, order }: Table): string {
  const own = (column: string) => `${escapeIdentifier(name)}.${escapeIdentifier(column)}`
  const values = columns.map(({ name: column, isId }) => (isId ? idOfCopy(own(column)) : own(column)))
  return `insert into ${escapeIdentifier(name)} (${columns.map(({ name: column }) => escapeIdentifier(column)).join(', ')})
    select ${values.join(', ')} from ${escapeIdentifier(name)}, ${numbers}
    where organization_id = $1 order by copy_number${order === null ? '' : `, ${own(order)}`}`
}
