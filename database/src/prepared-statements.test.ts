import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from './open-database.ts'
import { type TestDatabase, testDatabase } from './testing/index.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
  await db.database('owner').pool.query('create table things (id int); grant select on things to public')
})
afterAll(() => db.close())

const open = () => openDatabase({ url: db.url, role: 'stella_worker', maxConnections: 1 })

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
