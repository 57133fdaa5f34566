import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EmbeddedServer, startEmbeddedServer } from '../embedded-server/index.ts'
import { migrate } from '../migrations/migrate.ts'
import { urlOfDatabase } from '../pools/database-url.ts'
import { openDatabase } from '../pools/open-database.ts'
import { withClient } from '../pools/with-client.ts'
import { type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { ensureLogins, urlWithLogin } from './ensure-logins.ts'
import { type LoginSecret, loginSecret } from './login-secret.ts'
import { workingRoles } from './working-role.ts'

// A PostgreSQL of somebody's own: its administrator made an owner with a password and a database for it, and nobody
// else gets in without a password.

const ownerPassword = 'p@ss/woord'
let folder: string
let server: EmbeddedServer
let accessFile: string
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'stella-own-server-'))
  chmodSync(folder, 0o755)
  accessFile = path.join(folder, 'access.conf')
  letIn('all')
  server = await startEmbeddedServer({
    dataFolder: path.join(folder, 'data'),
    settings: { hba_file: accessFile, fsync: 'off', log_statement: 'all' },
  })
  await administer(`create role boss login createrole password '${ownerPassword}'`)
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

function letIn(users: string): void {
  writeFileSync(accessFile, `local all stella peer map=stella\nlocal all ${users} scram-sha-256\n`)
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  return (await withClient(url, 'tests', (client) => client.query(text))).rows
}

const administer = (text: string) => query(server.url, text)

/** A migrated database of the owner's; its address as the owner has it in DATABASE_URL. */
async function ownDatabase(): Promise<string> {
  const name = `shop_${randomBytes(4).toString('hex')}`
  await administer(`create database ${name} owner boss`)
  const url = urlOfDatabase(
    urlWithLogin(server.url, 'boss', { id: '', passwordOf: () => ownerPassword }),
    name,
  )
  await migrate(url)
  return url
}

const newSecret = (): LoginSecret => loginSecret(randomBytes(32).toString('hex'))
const loginsOf = async ({ id }: LoginSecret) =>
  (await administer(`select rolname from pg_roles where rolname like 'stella\\_%\\_${id}'`)).length

test('each role signs in with a password of its own, and works as that role', async () => {
  const url = await ownDatabase()
  const logins = await ensureLogins(url, newSecret())
  const passwords = new Set(workingRoles.map((role) => new URL(logins.urlOf(role)).password))
  expect(passwords.size).toBe(workingRoles.length)
  const app = openDatabase({ url: logins.urlOf('stella_app'), role: 'stella_app' })
  expect(await app.kysely.selectFrom('invoices').selectAll().execute()).toEqual([])
  await expect(app.pool.query('select from accounts.session')).rejects.toThrow('permission denied')
  await expect(app.pool.query('set role boss')).rejects.toThrow('permission denied')
  await app.close()
})

test('a login gets in with its own password and no other', async () => {
  const logins = await ensureLogins(await ownDatabase(), newSecret())
  const url = new URL(logins.urlOf('stella_app'))
  url.password = new URL(logins.urlOf('stella_worker')).password
  await expect(query(url.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
})

test('no password stands in a statement, and so in no log of the server', async () => {
  const logins = await ensureLogins(await ownDatabase(), newSecret())
  const log = readFileSync(path.join(folder, 'data/postgresql/postgresql.log'), 'utf8')
  expect(log).toContain('create role "stella_app_')
  for (const role of workingRoles) expect(log).not.toContain(new URL(logins.urlOf(role)).password)
})

describe('a new secret', () => {
  test('has logins of its own, beside those of programs that still run', async () => {
    const url = await ownDatabase()
    const [old, young] = [newSecret(), newSecret()]
    const before = await ensureLogins(url, old)
    const running = openDatabase({
      url: before.urlOf('stella_worker'),
      role: 'stella_worker',
      maxConnections: 1,
    })
    await running.pool.query('select 1')
    await ensureLogins(url, young)
    expect([await loginsOf(old), await loginsOf(young)]).toEqual([5, 5])
    await expect(query(before.urlOf('stella_app'), 'select 1')).resolves.toHaveLength(1)
    await running.close()
    await expect
      .poll(() => administer(`select from pg_stat_activity where usename like '%${old.id}'`))
      .toEqual([])
    await ensureLogins(url, young)
    expect([await loginsOf(old), await loginsOf(young)]).toEqual([0, 5])
  })

  test('of one database leaves the logins of another on the same server', async () => {
    const [one, other] = [newSecret(), newSecret()]
    await ensureLogins(await ownDatabase(), one)
    const elsewhere = await ensureLogins(await ownDatabase(), other)
    expect([await loginsOf(one), await loginsOf(other)]).toEqual([5, 5])
    await expect(query(elsewhere.urlOf('stella_app'), 'select 1')).resolves.toHaveLength(1)
  })
})

describe('another Stella on the same server', () => {
  test('is not let in: the same role there has no rights here', async () => {
    const [here, there] = [await ownDatabase(), await ownDatabase()]
    await ensureLogins(here, newSecret())
    const logins = await ensureLogins(there, newSecret())
    for (const role of workingRoles) {
      const url = urlOfDatabase(logins.urlOf(role), new URL(here).pathname.slice(1))
      await expect(query(url, 'select 1'), role).rejects.toMatchObject({ code: '42501' })
    }
  })

  test('with an owner of its own says that the roles must be granted to it, and then has logins', async () => {
    await ownDatabase()
    const name = `other_${randomBytes(4).toString('hex')}`
    await administer(`create role ${name} login createrole password '${ownerPassword}'`)
    await administer(`create database ${name} owner ${name}`)
    const owner = urlWithLogin(server.url, name, { id: '', passwordOf: () => ownerPassword })
    const url = urlOfDatabase(owner, name)
    await expect(migrate(url)).rejects.toMatchObject({ code: 'roles_of_another_owner' })
    await administer(`grant ${workingRoles.join(', ')} to ${name}`)
    await migrate(url)
    await expect(ensureLogins(url, newSecret())).rejects.toMatchObject({ code: 'roles_of_another_owner' })
    await administer(`grant ${workingRoles.join(', ')} to ${name} with admin option`)
    const secret = newSecret()
    await ensureLogins(url, secret)
    expect(await loginsOf(secret)).toBe(5)
  })
})

test('several processes that start at once make each login once', async () => {
  const url = await ownDatabase()
  const secret = newSecret()
  const made = await Promise.all([1, 2, 3, 4].map(() => ensureLogins(url, secret)))
  expect(await loginsOf(secret)).toBe(5)
  for (const logins of made) await query(logins.urlOf('stella_mail'), 'select from connections')
})

test('several databases of one embedded server, which share their logins, may be started at once', async () => {
  const databases = await Promise.all(Array.from({ length: 4 }, testDatabase))
  try {
    const starts = databases.flatMap(({ url }) => Array.from({ length: 8 }, () => ensureLogins(url, null)))
    expect(await Promise.all(starts)).toHaveLength(32)
    const [{ urlOf }] = databases as [TestDatabase, ...TestDatabase[]]
    expect(await query(urlOf('stella_app'), 'show search_path')).toEqual([{ search_path: 'public, pg_temp' }])
  } finally {
    await Promise.all(databases.map((one) => one.close()))
  }
})

test('what a login changed about itself, which nothing can forbid it, is put right', async () => {
  const url = await ownDatabase()
  const secret = newSecret()
  const { urlOf } = await ensureLogins(url, secret)
  const login = new URL(urlOf('stella_app')).username
  await query(
    urlOf('stella_app'),
    `alter role ${login} set default_transaction_read_only = on; alter role ${login} password 'x'`,
  )
  await expect(query(urlOf('stella_app'), 'select 1')).rejects.toMatchObject({ code: '28P01' })
  await ensureLogins(url, secret)
  expect(await query(urlOf('stella_app'), 'show default_transaction_read_only')).toEqual([
    { default_transaction_read_only: 'off' },
  ])
})

test('a login begins with our settings where a pooler passes on none', async () => {
  const { urlOf } = await ensureLogins(await ownDatabase(), newSecret())
  const [settings] = await query(
    urlOf('stella_app'),
    `select current_setting('statement_timeout') as statement, current_setting('timezone') as timezone,
       current_setting('search_path') as path,
       current_setting('idle_in_transaction_session_timeout') as idle`,
  )
  expect(settings).toEqual({ statement: '1min', timezone: 'UTC', path: 'public, pg_temp', idle: '1min' })
})

describe('what whoever runs Stella can mend has a code and a sentence', () => {
  test('an owner that may not make roles, as long as a login is missing', async () => {
    const url = await ownDatabase()
    const secret = newSecret()
    await ensureLogins(url, secret)
    await administer('alter role boss nocreaterole')
    try {
      await expect(ensureLogins(url, newSecret())).rejects.toMatchObject({
        code: 'logins_not_made',
        message: 'The database user boss may not make logins; it needs the right CREATEROLE.',
      })
      await expect(ensureLogins(url, secret)).resolves.toBeDefined()
    } finally {
      await administer('alter role boss createrole')
    }
  })

  test('a server that lets the owner in and not the logins', async () => {
    const url = await ownDatabase()
    letIn('boss')
    await administer('select pg_reload_conf()')
    try {
      await expect
        .poll(() => ensureLogins(url, newSecret()).catch((error: unknown) => error))
        .toMatchObject({ code: 'logins_refused', message: expect.stringContaining('pg_hba.conf') })
    } finally {
      letIn('all')
      await administer('select pg_reload_conf()')
    }
  })
})
