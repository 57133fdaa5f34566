import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase, testOrganization } from '../testing/index.ts'
import { inOrganization } from '../transactions/in-organization.ts'
import { openDatabase } from './open-database.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
  await db.database('owner').pool.query('create table things (id int); grant select on things to public')
})
afterAll(() => db.close())

const open = () => openDatabase({ url: db.urlOf('stella_worker'), role: 'stella_worker', maxConnections: 1 })

test('a statement is prepared once, whatever its values', async () => {
  const worker = open()
  for (const value of [1, 2, 3]) await sql`select ${value}::int as value`.execute(worker.kysely)
  const { rows } = await sql`select statement, (generic_plans + custom_plans)::int as times
    from pg_prepared_statements`.execute(worker.kysely)
  expect(rows).toEqual([{ statement: 'select $1::int as value', times: 3 }])
  await worker.close()
})

test('statements without values are not', async () => {
  const worker = open()
  await worker.kysely.transaction().execute((tx) => sql`select 1`.execute(tx))
  const { rows } = await sql`select * from pg_prepared_statements`.execute(worker.kysely)
  expect(rows).toEqual([])
  await worker.close()
})

test('no more of them are kept than a connection bears', async () => {
  const worker = open()
  for (let at = 0; at < 250; at += 1) await sql.raw(`select ${at}`).execute(worker.kysely)
  for (let at = 0; at < 250; at += 1) {
    const { rows } = await sql<{ sum: number }>`select ${sql.raw(String(at))} + ${1}::int as sum`.execute(
      worker.kysely,
    )
    expect(rows).toEqual([{ sum: at + 1 }])
  }
  const { rows } = await sql`select count(*)::int as kept from pg_prepared_statements`.execute(worker.kysely)
  expect(rows).toEqual([{ kept: 200 }])
  await worker.close()
})

test('after a migration at most one transaction fails, and the next goes on', async () => {
  const worker = open()
  const things = () => sql`select * from things where id = ${1}`.execute(worker.kysely)
  await things()
  await db.database('owner').pool.query('alter table things add column name text')
  await expect(things()).rejects.toThrow('cached plan must not change result type')
  expect((await things()).rows).toEqual([])
  await worker.close()
})

test('what fails at the opening of a transaction is what its first statement fails of', async () => {
  const worker = open()
  const work = inOrganization(worker, '00000000-0000-4000-8000-000000000000', async (tx) => {
    await sql`select set_config('no such setting', 'x', true)`.execute(tx)
    await sql`select 1`.execute(tx)
  })
  await expect(work).rejects.toThrow('no such setting')
  expect((await sql`select 1 as one`.execute(worker.kysely)).rows).toEqual([{ one: 1 }])
  await worker.close()
})

test('a transaction that only opens leaves nothing open', async () => {
  const worker = open()
  const organization = await testOrganization(db)
  await inOrganization(worker, organization, async () => {})
  const own = inOrganization(worker, organization, async () => Promise.reject(new Error('mine')))
  await expect(own).rejects.toThrow('mine')
  const { rows } = await sql<{ setting: string; begun: boolean }>`
    select current_setting('stella.organization_id', true) as setting,
      now() <> statement_timestamp() as begun`.execute(worker.kysely)
  expect(rows).toEqual([{ setting: '', begun: false }])
  await worker.close()
})

test('a connection that breaks while a transaction opens is one error, and the next works', async () => {
  const worker = open()
  const organization = await testOrganization(db)
  await inOrganization(worker, organization, (tx) => sql`select 1`.execute(tx))
  await db.database('owner').pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  )
  const cut = inOrganization(worker, organization, (tx) => sql`select 1`.execute(tx))
  await cut.catch((error: unknown) => expect(error).toMatchObject({ code: 'database_unreachable' }))
  expect(await inOrganization(worker, organization, async () => 'back')).toBe('back')
  await worker.close()
})
