import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase, testDraft, testOrganization } from '../testing/index.ts'
import { inOrganization } from '../transactions/in-organization.ts'
import { finalizeInvoice } from './finalize-invoice.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

const code = (expected: string) => expect.objectContaining({ code: expected })

async function drafts(organization: string, count: number): Promise<string[]> {
  return inOrganization(db.database('stella_app'), organization, async (tx) => {
    const ids: string[] = []
    for (let n = 0; n < count; n++) ids.push((await testDraft(tx)).id)
    return ids
  })
}

const finalize = (organization: string, invoiceId: string) =>
  inOrganization(db.database('stella_app'), organization, (tx) => finalizeInvoice(tx, { invoiceId }))

/** What finalizeInvoice() writes, with a number of the caller's own. */
const makeFinal = (invoiceId: string, number: string) => sql`update invoices
  set state = 'final', number = ${number}, finalized_at = now(), customer_snapshot = '{}', sender_snapshot = '{}'
  where id = ${invoiceId}`

describe('a series', () => {
  test('beyond 9,999 a number grows a digit', async () => {
    const organization = await testOrganization(db)
    await db
      .database('owner')
      .kysely.transaction()
      .execute(async (tx) => {
        await sql`alter table invoice_series disable trigger user`.execute(tx)
        await sql`insert into invoice_series values (${organization}, 2026, 9999)`.execute(tx)
        await sql`alter table invoice_series enable trigger user`.execute(tx)
      })
    const [invoiceId = ''] = await drafts(organization, 1)
    expect((await finalize(organization, invoiceId)).number).toBe('2026-10000')
  })

  test('no statement can tear a gap in a series', async () => {
    const organization = await testOrganization(db)
    const [invoiceId = ''] = await drafts(organization, 1)
    await finalize(organization, invoiceId)
    const change = (statement: ReturnType<typeof sql>) =>
      inOrganization(db.database('stella_app'), organization, (tx) => statement.execute(tx))
    await expect(change(sql`update invoice_series set last_number = last_number + 2`)).rejects.toEqual(
      code('series_gap'),
    )
    await expect(change(sql`update invoice_series set last_number = 0`)).rejects.toEqual(code('series_gap'))
    await expect(
      change(sql`insert into invoice_series (year, last_number) values (2030, 7)`),
    ).rejects.toEqual(code('series_gap'))
    await expect(change(sql`delete from invoice_series`)).rejects.toThrow('permission denied')
  })

  test('a series does not move without its invoice, nor twice with one', async () => {
    const organization = await testOrganization(db)
    const [first = '', second = ''] = await drafts(organization, 2)
    await finalize(organization, first)
    const move = sql`update invoice_series set last_number = last_number + 1`
    const change = (...statements: ReturnType<typeof sql>[]) =>
      inOrganization(db.database('stella_app'), organization, async (tx) => {
        for (const statement of statements) await statement.execute(tx)
      })
    await expect(change(move)).rejects.toEqual(code('series_gap'))
    await expect(change(sql`insert into invoice_series (year) values (2031)`)).resolves.toBeUndefined()
    await expect(change(move, makeFinal(second, '2026-0003'))).rejects.toEqual(code('series_gap'))
    await expect(change(move, move, makeFinal(second, '2026-0003'))).rejects.toEqual(code('series_gap'))
    expect((await finalize(organization, second)).number).toBe('2026-0002')
  })

  test('an invoice takes no number that its series did not just come to', async () => {
    const organization = await testOrganization(db)
    const [first = '', second = ''] = await drafts(organization, 2)
    await finalize(organization, first)
    for (const number of ['2026-0001', '2026-0002', '2026-0500', '2027-0001', 'F1']) {
      const change = inOrganization(db.database('stella_app'), organization, (tx) =>
        makeFinal(second, number).execute(tx),
      )
      await expect(change, number).rejects.toThrow()
    }
    const { rows } = await db
      .database('owner')
      .pool.query(`select number from invoices where organization_id = $1 and number is not null`, [
        organization,
      ])
    expect(rows).toEqual([{ number: '2026-0001' }])
  })
})
