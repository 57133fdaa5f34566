import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordActivity } from '../activities/record-activity.ts'
import { finalizeInvoice } from '../invoices/finalize-invoice.ts'
import { saveProfile } from '../organizations/profile.ts'
import type { Database, DatabaseRole } from '../pools/open-database.ts'
import { type TestDatabase, testDatabase, testDraft } from '../testing/index.ts'
import { newOrganization, testOrganization } from '../testing/test-organization.ts'
import { inOrganization } from '../transactions/in-organization.ts'

let db: TestDatabase
let owner: Database
beforeAll(async () => {
  db = await testDatabase()
  owner = db.database('owner')
})
afterAll(() => db.close())

const roles = ['stella_app', 'stella_worker', 'stella_support', 'stella_accounts', 'stella_mail'] as const
const tenantRoles = ['stella_app', 'stella_worker', 'stella_mail'] as const

/** Every table of ours, read from the catalogue: a new one is under these tests from its first migration on. */
async function tablesOf(schema: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = ${schema}::regnamespace
    order by relname`.execute(owner.kysely)
  return rows.map((row) => row.name)
}

/** Of no organization: nobody but the accounts reads the audit of the installation, and nobody writes it. */
const ofInstallation = ['installation_audit', 'installation_audit_head']
const everybodys: readonly string[] = ['heartbeats', 'schema_migrations', 'vat_rates', ...ofInstallation]

const tenantTables = async () => (await tablesOf('public')).filter((name) => !everybodys.includes(name))

describe('every table of tenants', () => {
  test('carries the organization, never null, and refers to it', async () => {
    for (const table of await tenantTables()) {
      const { rows } = await sql`
        select attnotnull as "notNull", exists (
          select from pg_constraint where contype = 'f' and conrelid = attrelid
            and confrelid = 'accounts.organization'::regclass and conkey = array[attnum]
        ) as "refersToIt"
        from pg_attribute where attrelid = ${table}::regclass and attname = 'organization_id'`.execute(
        owner.kysely,
      )
      expect(rows, table).toEqual([{ notNull: true, refersToIt: true }])
    }
  })

  test('forces row-level security, on its owner too', async () => {
    for (const table of await tenantTables()) {
      const { rows } = await sql`select relrowsecurity as enabled, relforcerowsecurity as forced
        from pg_class where oid = ${table}::regclass`.execute(owner.kysely)
      expect(rows, table).toEqual([{ enabled: true, forced: true }])
    }
  })

  test('has an index that begins with the organization', async () => {
    for (const table of await tenantTables()) {
      const { rows } =
        await sql`select from pg_index join pg_attribute on attrelid = indrelid and attnum = indkey[0]
        where indrelid = ${table}::regclass and attname = 'organization_id'`.execute(owner.kysely)
      expect(rows.length, table).toBeGreaterThan(0)
    }
  })

  test('refers to other tables of tenants together with the organization', async () => {
    const { rows } = await sql`
      select conrelid::regclass::text as table, conname as constraint from pg_constraint
      where contype = 'f' and connamespace = 'public'::regnamespace
        and confrelid <> 'accounts.organization'::regclass
        and not exists (
          select from unnest(conkey, confkey) as pair (ours, theirs)
          join pg_attribute a on a.attrelid = conrelid and a.attnum = ours
          join pg_attribute b on b.attrelid = confrelid and b.attnum = theirs
          where a.attname = 'organization_id' and b.attname = 'organization_id'
        )`.execute(owner.kysely)
    expect(rows).toEqual([])
  })
})

/** The one table that a role sees across organizations on purpose, with the policy that says so. */
const seenAcross: Readonly<Record<string, readonly DatabaseRole[]>> = {
  booking_lanes: ['stella_worker'],
}

describe('a query without a filter', () => {
  test('shows no row of another organization, in any table', async () => {
    const one = await newOrganization(db)
    const other = await newOrganization(db)
    const counted: string[] = []
    for (const table of await tenantTables()) {
      await fillByForce(table, other)
      for (const role of tenantRoles) {
        if (seenAcross[table]?.includes(role) || !(await maySelect(role, table))) continue
        const query = sql<{ organization_id: string }>`select organization_id from ${sql.table(table)}`
        const seen = (organization: string) =>
          inOrganization(db.database(role), organization, async (tx) => (await query.execute(tx)).rows)
        expect(await seen(one), `${role} in ${table}`).toEqual([])
        expect((await seen(other)).length, `${role} in ${table}`).toBeGreaterThan(0)
        const withoutOrganization = await query.execute(db.database(role).kysely)
        expect(withoutOrganization.rows, `${role} in ${table}`).toEqual([])
        counted.push(`${role} ${table}`)
      }
    }
    expect(counted).toContain('stella_app invoices')
    expect(counted).toContain('stella_worker bookings')
    const organizations = await inOrganization(db.database('stella_app'), one, (tx) =>
      tx.selectFrom('accounts.organization').select('id').execute(),
    )
    expect(organizations).toEqual([{ id: one }])
  })

  test('changes and deletes no row of another organization, in any table', async () => {
    const one = await newOrganization(db)
    const other = await newOrganization(db)
    for (const table of await tenantTables()) {
      await fillByForce(table, other)
      for (const role of tenantRoles) {
        if (seenAcross[table]?.includes(role)) continue
        const statements = [
          ['UPDATE', sql`update ${sql.table(table)} set organization_id = organization_id`],
          ['DELETE', sql`delete from ${sql.table(table)}`],
        ] as const
        for (const [privilege, statement] of statements) {
          if (!(await may(role, table, privilege))) continue
          const { numAffectedRows } = await inOrganization(db.database(role), one, (tx) =>
            statement.execute(tx),
          )
          expect(numAffectedRows, `${privilege} by ${role} in ${table}`).toBe(0n)
        }
      }
    }
  })

  test('adds no row to another organization', async () => {
    const one = await testOrganization(db)
    const other = await testOrganization(db)
    const insert = inOrganization(db.database('stella_app'), one, (tx) =>
      tx.insertInto('organization_profiles').values({ organization_id: other, name: 'X' }).execute(),
    )
    await expect(insert).rejects.toThrow('row-level security')
    const draft = await inOrganization(db.database('stella_app'), other, (tx) => testDraft(tx))
    const reference = inOrganization(db.database('stella_app'), one, (tx) =>
      sql`insert into invoices (customer_id, invoice_date, payment_term_days, total_net, total_vat, total_gross,
        vat_groups, search_text) values (${draft.customerId}, '2026-01-01', 14, 0, 0, 0, '[]', '')`.execute(
        tx,
      ),
    )
    await expect(reference).rejects.toThrow('foreign key')
  })
})

/** Puts a row of an organization into a table, with whatever its columns accept; references are not checked. */
async function fillByForce(table: string, organization: string): Promise<void> {
  const columns = await requiredColumns(table)
  await owner.kysely.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx) // neither triggers nor foreign keys
    const checks = await sql<{ name: string }>`select conname as name from pg_constraint
      where conrelid = ${table}::regclass and contype = 'c'`.execute(tx)
    const names = columns.map(({ name }) => sql.id(name))
    const values = columns.map(({ name, value }) =>
      name === 'organization_id' ? sql`${organization}::uuid` : sql.raw(value),
    )
    for (const { name } of checks.rows) {
      await sql`alter table ${sql.table(table)} drop constraint ${sql.id(name)}`.execute(tx)
    }
    await sql`insert into ${sql.table(table)} (${sql.join(names)}) values (${sql.join(values)})
      on conflict do nothing`.execute(tx)
  })
}

/** Columns that must be given, with an expression of their type. */
async function requiredColumns(table: string): Promise<{ name: string; value: string }[]> {
  const { rows } = await sql<{ name: string; type: string }>`
    select attname as name, format_type(atttypid, null) as type from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attidentity = ''
      and (attname = 'organization_id' or (attnotnull and not atthasdef))`.execute(owner.kysely)
  return rows.map(({ name, type }) => ({ name, value: anyValueOf[type] ?? `'1'::${type}` }))
}

const anyValueOf: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  'timestamp with time zone': 'now()',
  date: 'current_date',
  jsonb: `'{}'`,
  text: 'gen_random_uuid()::text',
}

async function may(role: string, table: string, privilege: string): Promise<boolean> {
  const { rows } = await sql<{
    may: boolean
  }>`select has_table_privilege(${role}, ${table}, ${privilege}) as may`.execute(owner.kysely)
  return rows[0]?.may === true
}

async function maySelect(role: string, table: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select has_column_privilege(${role}, ${table}, 'organization_id', 'SELECT') as may`.execute(owner.kysely)
  return rows[0]?.may === true
}

describe('the roles', () => {
  test('cannot log in, bypass row-level security, or make anything', async () => {
    const { rows } = await sql`select rolname as role from pg_roles where rolname = any(${[...roles]})
      and not (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolcreatedb or rolinherit)
      order by rolname`.execute(owner.kysely)
    expect(rows).toEqual([...roles].sort().map((role) => ({ role })))
  })

  test('own nothing and are members of nothing', async () => {
    const { rows } = await sql`
      select 'class ' || relname as thing from pg_class join pg_roles r on r.oid = relowner where r.rolname = any(${[...roles]})
      union all select 'function ' || proname from pg_proc join pg_roles r on r.oid = proowner where r.rolname = any(${[...roles]})
      union all select 'member ' || r.rolname from pg_auth_members m join pg_roles r on r.oid = m.member
        where r.rolname = any(${[...roles]})`.execute(owner.kysely)
    expect(rows).toEqual([])
  })

  const forbidden = {
    'switch row-level security off': 'alter table invoices disable row level security',
    'stop forcing it': 'alter table invoices no force row level security',
    'drop a policy': 'drop policy own_organization on invoices',
    'drop a trigger': 'drop trigger final_invoices_stay on invoices',
    'silence triggers': 'set session_replication_role = replica',
    'empty a table': 'truncate activities',
    'make a table': 'create table public.mine (id int)',
    'read past a policy by row_security': 'set row_security = off; select from invoices',
    'read the history of migrations': 'select from schema_migrations',
  }
  for (const [title, statement] of Object.entries(forbidden)) {
    test(`cannot ${title}`, async () => {
      for (const role of roles) {
        await expect(db.database(role).pool.query(statement), role).rejects.toThrow(
          /permission denied|must be owner|would be affected by row-level security/,
        )
      }
    })
  }

  test('the web cannot read sealed codes, the support desk not even that there are any', async () => {
    await expect(
      db.database('stella_app').pool.query('select sealed_codes from connection_secrets'),
    ).rejects.toThrow('permission denied')
    await expect(
      db.database('stella_app').pool.query('select wrapped_key from connection_secrets'),
    ).rejects.toThrow('permission denied')
    for (const role of ['stella_support', 'stella_accounts'] as const) {
      await expect(db.database(role).pool.query('select from connection_secrets'), role).rejects.toThrow(
        'permission denied',
      )
    }
  })

  test('of tenants see no person, session or key; the role of the accounts sees no table of tenants', async () => {
    const names = ['id', 'name', 'number']
    for (const table of await tablesOf('accounts')) {
      for (const role of ['stella_app', 'stella_worker', 'stella_support']) {
        const name = `accounts."${table}"`
        const columns = await sql<{ column: string }>`select attname as column from pg_attribute
          where attrelid = ${name}::regclass and attnum > 0 and has_column_privilege(${role}, attrelid, attnum, 'SELECT')`.execute(
          owner.kysely,
        )
        const more = columns.rows.filter(({ column }) => table !== 'organization' || !names.includes(column))
        expect(more, `${role} in ${name}`).toEqual([])
      }
    }
    for (const table of await tenantTables()) {
      expect(await maySelect('stella_accounts', table), table).toBe(false)
    }
  })

  test('the support desk reads across organizations and changes nothing', async () => {
    const organization = await testOrganization(db)
    await inOrganization(db.database('stella_app'), organization, async (tx) => {
      await saveProfile(tx, (await testDraft(tx)).sender)
      await recordActivity(tx, { kind: 'connection_activated', subjectId: organization })
      await finalizeInvoice(tx, { invoiceId: (await testDraft(tx)).id })
    })
    const support = db.database('stella_support')
    const { rows } = await support.pool.query('select id from accounts.organization')
    expect(rows).toContainEqual({ id: organization })
    expect((await support.pool.query('select from invoices')).rows).toEqual([])
    await expect(support.pool.query('select oin from customers')).rejects.toThrow('permission denied')
    await expect(support.pool.query('select description from invoices')).rejects.toThrow('permission denied')
    for (const table of await tenantTables()) {
      for (const privilege of ['UPDATE', 'DELETE', 'TRUNCATE']) {
        expect(await may('stella_support', table, privilege), `${privilege} ${table}`).toBe(false)
      }
    }
  })

  const logs = ['activities', 'invoice_seals', 'series_starts', 'support_audit']
  test.each(logs)('only add to %s', async (table) => {
    for (const role of roles)
      for (const privilege of ['UPDATE', 'DELETE', 'TRUNCATE'])
        expect(await may(role, table, privilege), `${privilege} by ${role}`).toBe(false)
  })
})
