import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate, openDatabase, startEmbeddedServer, workingRoles } from '@stella/database'
import { textsIn } from '@stella/texts'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readMigrations } from '../../../database/src/migrations/read-migrations.ts'
import { readConfiguration } from '../configuration/configuration.ts'
import { openDataFolder } from '../data-folder/data-folder.ts'
import { openDatabaseServer } from './database-server.ts'

let path: string
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'stella-upgrade-'))
  chmodSync(path, 0o711)
})
afterEach(() => rmSync(path, { recursive: true, force: true }))

/** The last migration of the version in which every pool signed in as the owner. */
const beforeLogins = 9

/** Leaves a data folder as that version did, with one organization in it, its server running or not. */
async function oldFolder(running: boolean): Promise<void> {
  const accessFile = join(path, 'postgresql', 'data', 'pg_hba.conf') // everybody who reaches the socket
  const server = await startEmbeddedServer({ dataFolder: path, settings: { hba_file: accessFile } })
  await migrate(server.url, readMigrations().slice(0, beforeLogins))
  const owner = openDatabase({ url: server.url, role: 'owner' })
  await owner.pool.query(`insert into accounts.organization (name, slug) values ('Van toen', 'van-toen')`)
  await owner.close()
  if (!running) await server.stop()
}

async function open() {
  const read = readConfiguration({ STELLA_DATA_DIR: path }, textsIn('nl'))
  if (!read.ok) throw new Error(read.sentences.join('\n'))
  return openDatabaseServer(read.configuration, openDataFolder(path), pino({ level: 'silent' }))
}

test.each([
  ['stopped', false],
  ['still running, as after a kill', true],
])('a data folder of before there were logins, its server %s, gets them by itself', async (_, running) => {
  await oldFolder(running)
  const server = await open()
  try {
    for (const role of workingRoles) {
      const database = openDatabase({ url: server.logins.urlOf(role), role })
      const { rows } = await database.pool.query('select session_user as "user"')
      expect(rows).toEqual([{ user: `${role}_login` }])
      await expect(database.pool.query(`copy (select 1) to program 'id'`), role).rejects.toThrow('permission')
      await database.close()
    }
    const accounts = openDatabase({ url: server.logins.urlOf('stella_accounts'), role: 'stella_accounts' })
    const { rows } = await accounts.pool.query('select name from accounts.organization')
    expect(rows).toEqual([{ name: 'Van toen' }])
    await accounts.close()
  } finally {
    await server.stop()
  }
})

test('once the database is open, nobody is connected as its owner', async () => {
  const server = await open()
  const app = openDatabase({ url: server.logins.urlOf('stella_app'), role: 'stella_app' })
  const connected = async () => {
    const { rows } = await app.pool.query<{ user: string }>(
      `select distinct usename as "user" from pg_stat_activity where backend_type = 'client backend'`,
    )
    return rows
  }
  await expect.poll(connected).toEqual([{ user: 'stella_app_login' }])
  await app.close()
  await server.stop()
})
