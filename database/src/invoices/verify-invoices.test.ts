import { parsePlainDate } from '@stella/invoicing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findSeries } from '../series/find-series.ts'
import { setNextNumber } from '../series/set-next-number.ts'
import { type TestDatabase, testDatabase, testDraft, testOrganization } from '../testing/index.ts'
import { inOrganization, type Transaction } from '../transactions/in-organization.ts'
import { creditInvoice } from './credit-invoice.ts'
import { finalizeInvoice } from './finalize-invoice.ts'
import { verifyInvoices } from './verify-invoices.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

const november = parsePlainDate('2026-11-22')

/** A business with invoices of two years, a jump that somebody explained, and a credit note. */
async function business() {
  const organization = await testOrganization(db)
  const within = <Result>(work: (tx: Transaction) => Promise<Result>) =>
    inOrganization(db.database('stella_app'), organization, work)
  const final = (invoiceDate = november) =>
    within(async (tx) => finalizeInvoice(tx, { invoiceId: (await testDraft(tx, { invoiceDate })).id }))
  await final(parsePlainDate('2025-12-31'))
  await final()
  const invoice = await final()
  await within(async (tx) => {
    const { id: seriesId } = await findSeries(tx, null)
    await setNextNumber(tx, { seriesId, invoiceDate: november, place: 10, reason: 'Met de hand' })
    const crediting = {
      invoiceId: invoice.id,
      lines: null,
      invoiceDate: november,
      description: '',
      seriesId: null,
    }
    await creditInvoice(tx, crediting)
  })
  await Promise.all([final(), final(), final()])
  return { organization, within, verified: () => within(verifyInvoices) }
}

/** Somebody who owns the database and switches the guards off. */
async function behind(organization: string, ...statements: string[]): Promise<void> {
  await db
    .database('owner')
    .kysely.transaction()
    .execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      for (const statement of statements)
        await sql.raw(statement.replaceAll('$1', `'${organization}'`)).execute(tx)
    })
}

const of = (number: string) => `organization_id = $1 and number = '${number}'`
const idOf = (number: string) => `(select id from invoices where ${of(number)})`

describe('verifying', () => {
  test('finds nothing where nobody changed anything, whatever the time zone of who looks', async () => {
    const { within, verified } = await business()
    expect(await verified()).toEqual({ count: 7, findings: [] })
    const elsewhere = await within(async (tx) => {
      await sql`set local timezone = 'Asia/Tokyo'`.execute(tx)
      return verifyInvoices(tx)
    })
    expect(elsewhere.findings).toEqual([])
  })

  test.each<[string, string[], object[]]>([
    [
      'an amount',
      [
        `update invoices set total_net = total_net + 1, total_gross = total_gross + 1 where ${of('2026-0002')}`,
      ],
      [{ number: '2026-0002', finding: 'changed' }],
    ],
    [
      'a name on it',
      [
        `update invoices set customer_snapshot = customer_snapshot || '{"name": "X"}' where ${of('2026-0010')}`,
      ],
      [{ number: '2026-0010', finding: 'changed' }],
    ],
    [
      'a line',
      [
        `update invoice_lines set description = 'X' where organization_id = $1 and invoice_id = ${idOf('2025-0001')}`,
      ],
      [{ number: '2025-0001', finding: 'changed' }],
    ],
    [
      'a line and its seal too',
      [
        `update invoices set description = 'X' where ${of('2026-0001')}`,
        `update invoice_seals set hash = seal_of_invoice($1, invoice_id, previous) where invoice_id = ${idOf('2026-0001')}`,
      ],
      [{ number: '2026-0002', finding: 'chain_broken' }],
    ],
    [
      'one that is gone',
      [
        `delete from invoice_seals where organization_id = $1 and invoice_id = ${idOf('2026-0011')}`,
        `delete from invoice_lines where organization_id = $1 and invoice_id = ${idOf('2026-0011')}`,
        `delete from invoices where ${of('2026-0011')}`,
      ],
      [
        { number: '2026-0011', finding: 'missing' },
        { number: '2026-0012', finding: 'chain_broken' },
      ],
    ],
    [
      'the last that is gone',
      [
        `delete from invoice_seals where organization_id = $1 and invoice_id = ${idOf('2026-0013')}`,
        `delete from invoices where ${of('2026-0013')}`,
      ],
      [{ number: '2026-0013', finding: 'missing' }],
    ],
    [
      'one without a seal',
      [`delete from invoice_seals where organization_id = $1 and invoice_id = ${idOf('2026-0013')}`],
      [{ number: '2026-0013', finding: 'unsealed' }],
    ],
  ])('names %s', async (_what, statements, findings) => {
    const { organization, verified } = await business()
    await behind(organization, ...statements)
    expect((await verified()).findings).toEqual(findings)
  })

  test('a seal is reckoned by the database, and stays', async () => {
    const { within } = await business()
    const forged = within((tx) => sql`update invoice_seals set hash = ''`.execute(tx))
    await expect(forged).rejects.toThrow('permission denied')
    const owner = db.database('owner').kysely
    await expect(sql`update invoice_seals set hash = ''`.execute(owner)).rejects.toThrow('stays')
  })
})
