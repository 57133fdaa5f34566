import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../pools/open-database.ts'
import { type TestDatabase, testDatabase, testOrganization } from '../testing/index.ts'
import { inOrganization } from './in-organization.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

test('a connection works as the login of its role, and no statement leaves it', async () => {
  const { kysely } = db.database('stella_app')
  await kysely.connection().execute(async (connection) => {
    for (const statement of ['reset role', 'set role none', 'reset session authorization', 'reset all']) {
      await sql.raw(statement).execute(connection)
      const { rows } = await sql<{ role: string }>`select current_user as role`.execute(connection)
      expect(rows, statement).toEqual([{ role: 'stella_app_login' }])
    }
  })
})

test('the organization ends with the transaction', async () => {
  const app = openDatabase({ url: db.urlOf('stella_app'), role: 'stella_app', maxConnections: 1 })
  const organization = await testOrganization(db)
  const setting = sql<{ id: string }>`select current_setting('stella.organization_id', true) as id`
  const within = await inOrganization(app, organization, async (tx) => (await setting.execute(tx)).rows)
  const after = (await setting.execute(app.kysely)).rows
  await app.close()
  expect(within).toEqual([{ id: organization }])
  expect(after).toEqual([{ id: '' }])
})

test('an id that is no uuid never reaches the database', async () => {
  await expect(inOrganization(db.database('stella_app'), '', async () => 1)).rejects.toMatchObject({
    code: 'no_organization',
  })
})

test('values arrive as the types promise', async () => {
  const { rows } = await sql`select 9007199254740993::int8 as int8, date '2026-01-01' as date,
    1.10::numeric as numeric, timestamptz '2026-01-01T00:00:00Z' as timestamptz`.execute(
    db.database('stella_app').kysely,
  )
  expect(rows).toEqual([
    { int8: 9007199254740993n, date: '2026-01-01', numeric: '1.10', timestamptz: new Date('2026-01-01') },
  ])
})

test('a server that is not there is one coded error', async () => {
  const nowhere = openDatabase({
    url: 'postgresql://stella_app_login@127.0.0.1:1/stella',
    role: 'stella_app',
  })
  const organization = '00000000-0000-4000-8000-000000000000'
  await expect(inOrganization(nowhere, organization, async () => 1)).rejects.toMatchObject({
    code: 'database_unreachable',
  })
  await nowhere.close()
})
