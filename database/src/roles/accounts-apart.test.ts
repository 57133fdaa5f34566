import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../pools/open-database.ts'
import { type TestDatabase, testDatabase } from '../testing/index.ts'
import { newOrganization } from '../testing/test-organization.ts'
import { inPerson, inTransaction } from '../transactions/in-organization.ts'

let db: TestDatabase
let owner: Database
beforeAll(async () => {
  db = await testDatabase()
  owner = db.database('owner')
})
afterAll(() => db.close())

describe('every table of accounts', () => {
  /** Counts of keyed hashes, of nobody. */
  const ofNobody = ['attempts']
  async function accountTables(): Promise<string[]> {
    const { rows } = await sql<{ name: string }>`
      select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'accounts'::regnamespace
      order by relname`.execute(owner.kysely)
    return rows.map(({ name }) => name).filter((name) => !ofNobody.includes(name))
  }

  test('forces row-level security, on its owner too', async () => {
    const { rows } = await sql<{ name: string }>`
      select relname as name from pg_class where relkind = 'r' and relnamespace = 'accounts'::regnamespace
        and not (relrowsecurity and relforcerowsecurity)`.execute(owner.kysely)
    expect(rows.map(({ name }) => name)).toEqual(ofNobody)
  })

  /** Somebody who works for an organization of their own, with a row of theirs in every table. */
  async function person(): Promise<{ organization: string; user: string }> {
    const organization = await newOrganization(db)
    const { rows } = await owner.pool.query<{ id: string }>(
      `insert into accounts."user" (name, email) values ('Jan', gen_random_uuid() || '@example.nl') returning id`,
    )
    const user = rows[0]?.id ?? ''
    await owner.pool.query(
      `with m as (insert into accounts.member (organization_id, user_id, role) values ($2, $1, 'owner')),
        s as (insert into accounts.session (user_id, token, expires_at, updated_at)
          values ($1, gen_random_uuid(), now() + interval '1 day', now())),
        a as (insert into accounts.account (account_id, provider_id, user_id, updated_at)
          values ($1::text, 'credential', $1, now())),
        v as (insert into accounts.verification (identifier, value, expires_at)
          values (gen_random_uuid(), $1::text, now() + interval '1 day')),
        i as (insert into accounts.invitation (organization_id, email, role, status, expires_at, inviter_id)
          values ($2, gen_random_uuid() || '@example.nl', 'viewer', 'pending', now() + interval '1 day', $1)),
        k as (insert into accounts.api_key (organization_id, user_id, key, updated_at)
          values ($2, $1, gen_random_uuid(), now()))
      insert into accounts.two_factor (user_id, secret, backup_codes) values ($1, 'x', 'x')`,
      [user, organization],
    )
    return { organization, user }
  }

  const seenBy = (role: 'stella_accounts' | 'stella_mail', table: string, whom: Record<string, string>) =>
    inTransaction(db.database(role), async (tx) => {
      for (const [name, value] of Object.entries(whom))
        await sql`select set_config(${name}, ${value}, true)`.execute(tx)
      const { rows } = await sql<{ rows: number }>`
        select count(*)::integer as rows from accounts.${sql.id(table)}`.execute(tx)
      return rows[0]?.rows ?? 0
    })

  test('shows, without any filter, what is of the organization or the person that is named, and nothing else', async () => {
    const one = await person()
    await person()
    const ofOrganization: Record<string, number> = {}
    const ofPerson: Record<string, number> = {}
    for (const table of await accountTables()) {
      ofOrganization[table] = await seenBy('stella_accounts', table, {
        'stella.organization_id': one.organization,
      })
      ofPerson[table] = await seenBy('stella_accounts', table, { 'stella.user_id': one.user })
      expect(await seenBy('stella_accounts', table, {}), table).toBeGreaterThan(1)
    }
    const works = { api_key: 1, member: 1, organization: 1, session: 1, user: 1 }
    expect(ofOrganization).toEqual({ ...works, account: 0, invitation: 1, two_factor: 0, verification: 0 })
    expect(ofPerson).toEqual({ ...works, account: 1, invitation: 0, two_factor: 1, verification: 1 })
  })

  test('lets nobody be changed but who is named', async () => {
    const one = await person()
    await person()
    for (const table of await accountTables()) {
      const changed = await inPerson(db.database('stella_accounts'), one.user, async (tx) => {
        const update = sql`update accounts.${sql.id(table)} set created_at = created_at`
        return Number((await update.execute(tx)).numAffectedRows)
      })
      expect(changed, table).toBeLessThan(2)
    }
  })

  test('shows the mail who works for the organization it writes about, and who just was its owner', async () => {
    const one = await person()
    const former = await person()
    const names = { 'stella.organization_id': one.organization }
    expect(await seenBy('stella_mail', 'user', {})).toBe(0)
    expect(await seenBy('stella_mail', 'member', {})).toBe(0)
    expect(await seenBy('stella_mail', 'user', names)).toBe(1)
    await owner.pool.query(
      `select record_audit($1, 'operator', null, '', null, 'member_removed', u.email, '{"role": "owner"}', null)
       from accounts."user" u where u.id = $2`,
      [one.organization, former.user],
    )
    expect(await seenBy('stella_mail', 'user', names)).toBe(2)
    expect(await seenBy('stella_mail', 'member', names)).toBe(1)
  })
})
