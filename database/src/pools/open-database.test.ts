import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase, testOrganization } from '../testing/index.ts'
import { inOrganization } from '../transactions/in-organization.ts'
import { parseDatabaseUrl, urlOfDatabase } from './database-url.ts'
import { openDatabase } from './open-database.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

test('options in the URL are kept beside ours', async () => {
  const url = new URL(db.urlOf('stella_app'))
  url.searchParams.set('options', '-c work_mem=7MB')
  const app = openDatabase({ url: url.href, role: 'stella_app', applicationName: 'test' })
  const { rows } = await sql`select current_setting('work_mem') as work_mem, current_user as role,
    current_setting('timezone') as timezone, current_setting('application_name') as name`.execute(app.kysely)
  expect(rows).toEqual([{ work_mem: '7MB', role: 'stella_app_login', timezone: 'UTC', name: 'test' }])
  await app.close()
})

test('closing twice is harmless', async () => {
  const app = openDatabase({ url: db.urlOf('stella_app'), role: 'stella_app' })
  await sql`select 1`.execute(app.kysely)
  await Promise.all([app.close(), app.close()])
  await app.close()
})

test('a server that goes away in the middle is one coded error, and the pool goes on when it is back', async () => {
  const app = openDatabase({ url: db.urlOf('stella_app'), role: 'stella_app' })
  const organization = await testOrganization(db)
  const cut = inOrganization(app, organization, async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    await db.database('owner').pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    await sql`select 1`.execute(tx)
  })
  await expect(cut).rejects.toMatchObject({ code: 'database_unreachable' })
  expect(await inOrganization(app, organization, async () => 'back')).toBe('back')
  await app.close()
})

test('an error of the caller’s own work comes out as it went in, and nothing is kept', async () => {
  const app = db.database('stella_app')
  const organization = await testOrganization(db)
  const mine = new Error('mine')
  const work = inOrganization(app, organization, async (tx) => {
    await tx
      .insertInto('series')
      .values({ name: 'Facturen', pattern: 'F{nummer}', restarts_yearly: false, shape: 'F#' })
      .execute()
    throw mine
  })
  await expect(work).rejects.toBe(mine)
  const series = await inOrganization(app, organization, (tx) =>
    tx.selectFrom('series').selectAll().execute(),
  )
  expect(series).toEqual([])
})

test('a socket’s address needs no host', () => {
  const url = parseDatabaseUrl('postgresql://stella@/stella?host=%2Frun')
  expect([url.username, url.searchParams.get('host')]).toEqual(['stella', '/run'])
  expect(urlOfDatabase('postgres://u:p%40ss@db.example:6000/a?sslmode=require', 'b c')).toBe(
    'postgres://u:p%40ss@db.example:6000/b%20c?sslmode=require',
  )
})
