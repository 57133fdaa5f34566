import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordAudit } from '../audit/record-audit.ts'
import { verifyAudit } from '../audit/verify-audit.ts'
import { saveCustomer } from '../customers/save-customer.ts'
import { finalizeInvoice } from '../invoices/finalize-invoice.ts'
import { saveDraft } from '../invoices/save-draft.ts'
import { verifyInvoices } from '../invoices/verify-invoices.ts'
import { openDatabase } from '../pools/open-database.ts'
import { requireGrants } from '../roles/require-grants.ts'
import { databaseWithoutTables, type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { customerContent, invoiceContent } from '../testing/test-invoice.ts'
import { testOrganization } from '../testing/test-organization.ts'
import { inOrganization } from '../transactions/in-organization.ts'
import type { BackupPart } from './backup-part.ts'
import { type ComesBack, comesBack } from './comes-back.ts'
import { copyIn } from './copy-in.ts'
import { copyOut } from './copy-out.ts'
import { tryRestore } from './try-restore.ts'
import { refuseUnfinishedRestore } from './unfinished-restore.ts'

let db: TestDatabase
let organizationId: string
let parts: BackupPart[]
beforeAll(async () => {
  db = await testDatabase()
  organizationId = await testOrganization(db)
  await inOrganization(db.database('stella_app'), organizationId, async (tx) => {
    const { id: customerId } = await saveCustomer(
      tx,
      customerContent({ name: 'Café «De Zwaan»\u2028é 👩‍👩‍👧' }),
    )
    for (let count = 0; count < 3; count += 1) {
      const { id: invoiceId } = await saveDraft(tx, invoiceContent(customerId))
      await finalizeInvoice(tx, { invoiceId })
    }
    await recordAudit(tx, {
      organizationId,
      actor: { kind: 'operator', id: null, name: 'beheer' },
      ipAddress: null,
      action: 'series_made',
    })
  })
  parts = await Readable.from(copyOut(db.url)).toArray()
})
afterAll(() => db.close())

async function* of(all: readonly BackupPart[]) {
  yield* all
}

async function withEmpty<T>(work: (empty: TestDatabase) => Promise<T>): Promise<T> {
  const empty = await databaseWithoutTables()
  try {
    return await work(empty)
  } finally {
    await empty.close()
  }
}

test('what is restored is what was backed up, row for row, behind the same rights', () =>
  withEmpty(async (empty) => {
    await copyIn(empty.url, of(parts))
    const again = await Readable.from(copyOut(empty.url)).toArray()
    const rowsOf = (all: readonly BackupPart[]) => all.filter(({ kind }) => kind !== 'begin')
    expect(rowsOf(again)).toEqual(rowsOf(parts))
    await requireGrants(empty.url)
    const app = empty.database('stella_app')
    const verified = await inOrganization(app, organizationId, verifyInvoices)
    expect(verified).toEqual({ count: 3, findings: [] })
    expect(await inOrganization(app, organizationId, verifyAudit)).toEqual({ count: 1, findings: [] })
    const { rows } = await empty
      .database('owner')
      .pool.query('select count(*)::int as n from pg_class where relforcerowsecurity')
    const { rows: before } = await db
      .database('owner')
      .pool.query('select count(*)::int as n from pg_class where relforcerowsecurity')
    expect(rows).toEqual(before)
    // The next invoice has the next number.
    const number = await inOrganization(app, organizationId, async (tx) => {
      const { id } = await tx.selectFrom('customers').select('id').executeTakeFirstOrThrow()
      const draft = await saveDraft(tx, invoiceContent(id))
      return (await finalizeInvoice(tx, { invoiceId: draft.id })).number
    })
    expect(number).toMatch(/-0004$/)
  }))

test('nobody is signed in, or may set a password by a link, because of a backup', async () => {
  const tables = parts.flatMap((part) => (part.kind === 'table' ? [part.table] : []))
  expect(tables).toContain('accounts."user"')
  expect(tables).not.toContain('accounts.session')
  expect(tables).not.toContain('accounts.verification')
  expect(tables.filter((table) => table.startsWith('jobs.'))).toEqual([])
})

const whole = () => [...parts]
const rowsAt = () => parts.findLastIndex(({ kind }) => kind === 'rows')
const damages: [string, () => BackupPart[], string][] = [
  ['without its end', () => whole().slice(0, -1), 'backup_damaged'],
  ['without some rows', () => whole().toSpliced(rowsAt(), 1), 'backup_damaged'],
  ['with rows twice', () => whole().toSpliced(rowsAt(), 0, parts[rowsAt()] as BackupPart), 'backup_damaged'],
  ['without its beginning', () => whole().slice(1), 'backup_damaged'],
  [
    'of a newer form',
    () => whole().map((it) => (it.kind === 'begin' ? { ...it, format: 99 } : it)),
    'backup_of_newer_version',
  ],
  ['of a newer version', () => whole().map(ofTheFuture), 'backup_of_newer_version'],
]

function ofTheFuture(part: BackupPart): BackupPart {
  if (part.kind !== 'begin') return part
  const next = { version: part.migrations.length + 1, name: 'later', checksum: 'x' }
  return { ...part, migrations: [...part.migrations, next] }
}

test.each(damages)('a backup %s is refused', (_name, damaged, code) =>
  withEmpty((empty) => expect(copyIn(empty.url, of(damaged()))).rejects.toMatchObject({ code })),
)

test('a restore that was cut short is taken for no installation, and is made again', () =>
  withEmpty(async (empty) => {
    await expect(copyIn(empty.url, of(whole().slice(0, -1)))).rejects.toMatchObject({
      code: 'backup_damaged',
    })
    await expect(refuseUnfinishedRestore(empty.url)).rejects.toMatchObject({ code: 'restore_unfinished' })
    await copyIn(empty.url, of(parts))
    await refuseUnfinishedRestore(empty.url)
    const verified = await inOrganization(empty.database('stella_app'), organizationId, verifyInvoices)
    expect(verified.count).toBe(3)
  }))

test('an installation that is used is not restored over', async () => {
  await expect(copyIn(db.url, of(parts))).rejects.toMatchObject({ code: 'restore_not_empty' })
  const { count } = await inOrganization(db.database('stella_app'), organizationId, verifyInvoices)
  expect(count).toBe(3)
})

test('a user who does not see every row makes no backup with fewer rows', async () => {
  await expect(Readable.from(copyOut(db.urlOf('stella_app'))).toArray()).rejects.toMatchObject({
    code: 'backup_lacks_rights',
  })
})

test('a trial is made in a database of its own, which is gone afterwards', async () => {
  const parts = { ownerUrl: db.url, secret: null }
  const count = await tryRestore(parts, copyOut(db.url), async (logins) => {
    const app = openDatabase({ url: logins.urlOf('stella_app'), role: 'stella_app' })
    const verified = await inOrganization(app, organizationId, verifyInvoices).finally(() => app.close())
    return verified.count
  })
  expect(count).toBe(3)
  const { rows } = await db
    .database('owner')
    .pool.query(`select datname from pg_database where datname like 'stella_trial_%'
      and datname = 'stella_trial_' || (select oid from pg_database where datname = current_database())`)
  expect(rows).toEqual([])
})

test('a few megabytes are held at a time, also where a large row comes after many small ones', async () => {
  const { pool } = db.database('owner')
  await pool.query(
    `insert into logos (organization_id, format, data)
     select $1, 'png', case when n % 1000 = 0 then decode(repeat('00', 700000), 'hex') else 'x' end
     from generate_series(1, 3000) n`,
    [organizationId],
  )
  const held: number[] = []
  for await (const part of copyOut(db.url))
    if (part.kind === 'rows') held.push(part.rows.reduce((sum, row) => sum + row.length, 0))
  await pool.query('delete from logos where organization_id = $1', [organizationId])
  expect(Math.max(...held)).toBeGreaterThan(1_400_000)
  expect(Math.max(...held)).toBeLessThan(3_000_000)
})

test('who comes back with a restore is named, and every key ends where that is asked', () =>
  withEmpty(async (empty) => {
    const { pool } = db.database('owner')
    await pool.query(
      `with u as (insert into accounts."user" (name, email) values ('Weg', 'weg@example.nl') returning id),
        m as (insert into accounts.member (organization_id, user_id, role) select $1, u.id, 'owner' from u)
       insert into accounts.api_key (organization_id, user_id, name, key, updated_at)
       select $1, u.id, 'Kassa', gen_random_uuid(), now() from u`,
      [organizationId],
    )
    const since = await Readable.from(copyOut(db.url)).toArray()
    const said: ComesBack[] = []
    await copyIn(empty.url, of(since), async (client) => {
      said.push(await comesBack(client, { endsKeys: false }), await comesBack(client, { endsKeys: true }))
    })
    const people = [{ email: 'weg@example.nl', role: 'owner', organization: 'Bakkerij De Proef' }]
    const keys = [{ name: 'Kassa', of: 'weg@example.nl', organization: 'Bakkerij De Proef' }]
    expect(said).toEqual([
      { people, keys, endedKeys: null },
      { people, keys: [], endedKeys: 1 },
    ])
  }))
