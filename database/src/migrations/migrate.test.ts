import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ensureLogins } from '../logins/ensure-logins.ts'
import { workingRoles } from '../logins/working-role.ts'
import { urlOfDatabase } from '../pools/database-url.ts'
import { openDatabase } from '../pools/open-database.ts'
import { withClient } from '../pools/with-client.ts'
import { type TestDatabase, testDatabase } from '../testing/index.ts'
import { migrate } from './migrate.ts'
import { type Migration, readMigrations } from './read-migrations.ts'

let db: TestDatabase
let emptyUrl: string
beforeAll(async () => {
  db = await testDatabase()
  emptyUrl = urlOfDatabase(db.url, `${new URL(db.url).pathname.slice(1)}_empty`)
})
afterAll(async () => {
  await query(db.url, `drop database if exists ${new URL(emptyUrl).pathname.slice(1)} with (force)`)
  await db.close()
})

const query = (url: string, text: string) => withClient(url, 'tests', (client) => client.query(text))

async function freshDatabase(): Promise<string> {
  const name = new URL(emptyUrl).pathname.slice(1)
  await query(db.url, `drop database if exists ${name} with (force)`)
  await query(db.url, `create database ${name}`)
  return emptyUrl
}

const migration = (version: number, name: string, sql: string): Migration => ({
  version,
  name,
  sql,
  checksum: `${name} ${sql}`,
})

describe('migrating', () => {
  test('five processes at once apply each migration once', async () => {
    const url = await freshDatabase()
    const applied = await Promise.all([1, 2, 3, 4, 5].map(() => migrate(url)))
    expect(applied.flat().sort()).toEqual(
      readMigrations().map((it) => `${String(it.version).padStart(4, '0')}_${it.name}`),
    )
    expect(await migrate(url)).toEqual([])
  })

  test('no login of a role can hold up a start', async () => {
    for (const role of workingRoles) {
      const login = await db.database(role).pool.connect()
      try {
        await login.query('select pg_advisory_lock(7358520001)')
        for (const mode of ['access share', 'share update exclusive', 'access exclusive']) {
          const lock = login.query(`begin; lock table public.schema_migrations in ${mode} mode`)
          await expect(lock, `${role} ${mode}`).rejects.toMatchObject({ code: '42501' })
          await login.query('rollback')
        }
        expect(await migrate(db.url), role).toEqual([])
      } finally {
        login.release(true)
      }
    }
  })

  test('a failing migration leaves nothing of itself, keeps those before, and is named', async () => {
    const url = await freshDatabase()
    const good = migration(1, 'good', 'create table good (id int)')
    const bad = migration(2, 'bad', 'create table bad (id int); select 1 / 0')
    await expect(migrate(url, [good, bad])).rejects.toMatchObject({
      code: 'migration_failed',
      message: 'Migration 0002_bad failed: division by zero.',
    })
    expect((await query(url, `select to_regclass('good') as good, to_regclass('bad') as bad`)).rows).toEqual([
      { good: 'good', bad: null },
    ])
    expect(await migrate(url, [good, migration(2, 'bad', 'select 1')])).toEqual(['0002_bad'])
  })

  test('data of a newer version is left alone', async () => {
    const url = await freshDatabase()
    const one = migration(1, 'one', 'select 1')
    await migrate(url, [one, migration(2, 'two', 'select 1')])
    await expect(migrate(url, [one])).rejects.toMatchObject({
      code: 'data_of_newer_version',
      parameters: { found: '2', known: '1' },
    })
  })

  test('an edited migration is noticed', async () => {
    const url = await freshDatabase()
    await migrate(url, [migration(1, 'one', 'select 1')])
    await expect(migrate(url, [migration(1, 'one', 'select 2')])).rejects.toMatchObject({
      code: 'migration_changed',
    })
  })

  test('a user without the right to make tables hears which right is missing', async () => {
    const url = await freshDatabase()
    await query(db.url, 'drop role if exists stella_test_reader')
    await query(db.url, 'create role stella_test_reader login')
    const reader = new URL(url)
    reader.username = 'stella_test_reader'
    await expect(migrate(reader.href)).rejects.toMatchObject({
      code: 'database_lacks_rights',
      message: expect.stringContaining('permission denied for schema public'),
    })
    await query(db.url, 'drop role stella_test_reader')
  })

  test('an owner without superuser rights can migrate, and works through the roles', async () => {
    const url = await freshDatabase()
    await query(db.url, 'drop role if exists stella_test_owner')
    await query(db.url, 'create role stella_test_owner login createrole')
    const name = new URL(url).pathname.slice(1)
    await query(db.url, `alter database ${name} owner to stella_test_owner`)
    for (const role of ['stella_app', 'stella_worker', 'stella_support', 'stella_accounts', 'stella_mail']) {
      await query(db.url, `grant ${role} to stella_test_owner`)
    }
    const owner = new URL(url)
    owner.username = 'stella_test_owner'
    expect(await migrate(owner.href)).toHaveLength(readMigrations().length)
    const logins = await ensureLogins(owner.href, null)
    const app = openDatabase({ url: logins.urlOf('stella_app'), role: 'stella_app' })
    expect(await app.kysely.selectFrom('invoices').selectAll().execute()).toEqual([])
    await app.close()
    await query(db.url, `drop database ${name} with (force)`)
    await query(db.url, 'drop role stella_test_owner')
  })
})

describe('reaching a server', () => {
  test.each([
    ['nobody listens', 'postgresql://stella@127.0.0.1:1/stella', 'database_unreachable'],
    ['no such socket', 'postgresql://stella@/stella?host=%2Fnowhere', 'database_unreachable'],
    ['no such host', 'postgresql://stella@stella.invalid/stella', 'database_unreachable'],
    ['not PostgreSQL’s', 'mysql://stella@localhost/stella', 'database_url_invalid'],
    ['no address', 'stella', 'database_url_invalid'],
  ])('%s', async (_, url, code) => {
    await expect(migrate(url)).rejects.toMatchObject({ code })
  })

  test('no such database', async () => {
    await expect(migrate(urlOfDatabase(db.url, 'nowhere'))).rejects.toMatchObject({
      code: 'database_refused',
    })
  })
})

describe('reading migrations', () => {
  test('gaps, doubles and odd names are refused', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'stella-migrations-'))
    const read = () => readMigrations(pathToFileURL(`${folder}/`))
    try {
      writeFileSync(path.join(folder, '0001_one.sql'), 'select 1;\r\n')
      expect(read()).toMatchObject([{ version: 1, name: 'one', sql: 'select 1;\n' }])
      writeFileSync(path.join(folder, '0003_three.sql'), '')
      expect(read).toThrow(expect.objectContaining({ code: 'migration_numbering' }))
      writeFileSync(path.join(folder, '0002_two.sql'), '')
      expect(read()).toHaveLength(3)
      writeFileSync(path.join(folder, '0002_zwei.sql'), '')
      expect(read).toThrow(expect.objectContaining({ code: 'migration_numbering' }))
      rmSync(path.join(folder, '0002_zwei.sql'))
      writeFileSync(path.join(folder, 'four.sql'), '')
      expect(read).toThrow(expect.objectContaining({ code: 'migration_numbering' }))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
