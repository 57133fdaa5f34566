import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyIn } from '../backups/copy-in.ts'
import { copyOut } from '../backups/copy-out.ts'
import { markRestored } from '../backups/mark-restored.ts'
import { verifyInvoices } from '../invoices/verify-invoices.ts'
import { withClient } from '../pools/with-client.ts'
import { findSeries } from '../series/find-series.ts'
import { nextNumberOf } from '../series/next-number.ts'
import { databaseWithoutTables, type TestDatabase } from '../testing/test-database.ts'
import { inOrganization } from '../transactions/in-organization.ts'
import { migrate } from './migrate.ts'
import { readMigrations } from './read-migrations.ts'

// Data of older releases, written as SQL of their time in upgrade/. One database goes through every schema there was
// since the first, one migration after another, and gets the data of each release when it has its schema: so every
// migration meets data, whichever release it is started from.

const folder = new URL('upgrade/', import.meta.url)
const organizationId = '00000000-0000-4000-8000-00000000000a'
const known = readMigrations()
const releases = readdirSync(folder).map((name) => Number(name.slice(0, 4)))

let db: TestDatabase
beforeAll(async () => {
  db = await databaseWithoutTables()
})
afterAll(() => db.close())

const run = (statements: string, url = db.url) =>
  withClient(url, 'tests', (client) => client.query(statements))

const dataOf = (release: number) =>
  readFileSync(new URL(`${String(release).padStart(4, '0')}.sql`, folder), 'utf8')

test('data of every release is whole and right after each migration to the newest', async () => {
  const finalNumbers = async () =>
    (await run(`select number from invoices where state = 'final' order by number`)).rows.map(
      ({ number }) => number,
    )
  for (const { version } of known) {
    await migrate(db.url, known.slice(0, version))
    if (releases.includes(version)) await run(dataOf(version))
    if (version >= Math.min(...releases))
      expect(await finalNumbers(), `after ${version}`).toEqual(['2024-0001', '2025-0001', '2025-0002'])
  }
  const app = db.database('stella_app')
  expect(await inOrganization(app, organizationId, verifyInvoices)).toEqual({ count: 3, findings: [] })
  const next = await inOrganization(app, organizationId, async (tx) =>
    nextNumberOf(tx, await findSeries(tx, null), '2025-12-31' as never),
  )
  expect(next.number).toBe('2025-0003')
  const { rows } = await run('select invoice_number, state, cause from bookings order by 1')
  expect(rows).toEqual([
    { invoice_number: '2024-0001', state: 'verified', cause: null },
    { invoice_number: '2025-0001', state: 'rejected', cause: 'period_closed' },
    { invoice_number: '2025-0002', state: 'planned', cause: null },
  ])
})

test('a migration that fails leaves the version before it, with its data, and that version starts again', async () => {
  const broken = {
    version: known.length + 1,
    name: 'broken',
    checksum: 'x',
    sql: 'drop table payments; select 1 / 0',
  }
  await expect(migrate(db.url, [...known, broken])).rejects.toMatchObject({ code: 'migration_failed' })
  expect((await run('select 1 from payments')).rowCount).toBe(1)
  expect(await migrate(db.url)).toEqual([])
})

test('an older version refuses the data of a newer one', async () => {
  await expect(migrate(db.url, known.slice(0, -1))).rejects.toMatchObject({ code: 'data_of_newer_version' })
})

test('a backup of an older release is restored, and brought up to date', async () => {
  const old = await databaseWithoutTables()
  const empty = await databaseWithoutTables()
  try {
    const first = Math.min(...releases)
    await migrate(old.url, known.slice(0, first))
    await run(dataOf(first), old.url)
    await copyIn(empty.url, copyOut(old.url))
    const verified = await inOrganization(empty.database('stella_app'), organizationId, verifyInvoices)
    expect(verified).toEqual({ count: 3, findings: [] })
  } finally {
    await Promise.all([old.close(), empty.close()])
  }
})

test('restored, whatever may have been done since the backup is unknown: bookings, relations, mails', async () => {
  const empty = await databaseWithoutTables()
  try {
    const at = new Date('2026-11-30T12:00:00Z')
    await copyIn(empty.url, copyOut(db.url), (client) => markRestored(client, at))
    const rows = async (query: string) => (await empty.database('owner').pool.query(query)).rows
    expect(await rows('select invoice_number, state, last_byte_at from bookings order by 1')).toEqual([
      { invoice_number: '2024-0001', state: 'verified', last_byte_at: null },
      { invoice_number: '2025-0001', state: 'unknown', last_byte_at: at },
      { invoice_number: '2025-0002', state: 'unknown', last_byte_at: at },
    ])
    expect(await rows('select state from relations order by code')).toEqual([
      { state: 'present' },
      { state: 'unknown' },
    ])
    expect(await rows('select state, cause from message_recipients')).toEqual([
      { state: 'unknown', cause: 'restored' },
    ])
    expect(await rows('select state, paused_cause, next_test_at, restored_at from connections')).toEqual([
      { state: 'paused', paused_cause: 'books_not_compared', next_test_at: null, restored_at: at },
    ])
    expect(await rows('select 1 from accounts.session')).toEqual([])
    expect(await rows('select format, data from logos')).toEqual([
      { format: 'png', data: Buffer.from('89504e47', 'hex') },
    ])
  } finally {
    await empty.close()
  }
})
