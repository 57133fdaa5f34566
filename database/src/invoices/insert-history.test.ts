import { randomUUID } from 'node:crypto'
import { cents, type HistoricalInvoice, parsePlainDate } from '@stella/invoicing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveCustomer } from '../customers/save-customer.ts'
import { listSeries } from '../series/find-series.ts'
import { nextNumberOf } from '../series/next-number.ts'
import { reserveNumbers } from '../series/reserve-numbers.ts'
import { customerContent, type TestDatabase, testDatabase, testOrganization } from '../testing/index.ts'
import { inOrganization } from '../transactions/in-organization.ts'
import { deleteHistory, insertHistory } from './insert-history.ts'
import { verifyInvoices } from './verify-invoices.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

const at = new Date('2026-11-30T12:00:00Z')

async function office(number: string) {
  const organization = await testOrganization(db)
  const own = <Result>(work: Parameters<typeof inOrganization<Result>>[2]) =>
    inOrganization(db.database('stella_app'), organization, work)
  const id = randomUUID()
  const invoice: HistoricalInvoice = {
    number,
    invoiceDate: parsePlainDate('2026-01-02'),
    paymentTermDays: 14,
    description: '',
    buyerReference: null,
    orderNumber: null,
    isCreditNote: false,
    credits: null,
    net: cents(10_000n),
    vat: cents(2_100n),
    gross: cents(12_100n),
    outstanding: cents(0n),
  }
  await own(async (tx) => {
    const customer = await saveCustomer(tx, customerContent())
    await insertHistory(tx, [{ id, customerId: customer.id, invoice }], { at, origin: 'Moneybird' })
  })
  return { id, own }
}

/** Past every trigger, as only whoever owns the database can. */
function behind(statement: ReturnType<typeof sql>) {
  return db
    .database('owner')
    .kysely.transaction()
    .execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await statement.execute(tx)
    })
}

describe('an invoice of another program', () => {
  test('is frozen, and a change behind it shows', async () => {
    const { id, own } = await office('M-1')
    const change = own((tx) =>
      tx.updateTable('invoices').set({ total_net: 1n }).where('id', '=', id).execute(),
    )
    await expect(change).rejects.toMatchObject({ code: 'final_invoice_frozen' })
    expect(await own(verifyInvoices)).toEqual({ count: 1, findings: [] })
    await behind(
      sql`update invoices set total_net = total_net + 1, total_vat = total_vat - 1 where id = ${id}`,
    )
    expect((await own(verifyInvoices)).findings).toEqual([{ number: 'M-1', finding: 'changed' }])
    await behind(sql`delete from invoice_seals where invoice_id = ${id}`)
    expect((await own(verifyInvoices)).findings).toEqual([{ number: 'M-1', finding: 'unsealed' }])
  })

  test('is booked by nobody, not even by the owner of the database', async () => {
    const { id } = await office('M-2')
    const booked =
      sql`insert into bookings (organization_id, invoice_id, invoice_number, reference, state, books_id,
        relation_id, created_at, changed_at)
      select organization_id, id, number, 'x', 'planned', gen_random_uuid(), gen_random_uuid(), now(), now()
      from invoices where id = ${id}`.execute(db.database('owner').kysely)
    await expect(booked).rejects.toMatchObject({ code: 'ST009' })
  })

  test('goes away within eight days with its seal, and never after', async () => {
    const { id, own } = await office('M-3')
    await behind(sql`update invoices set created_at = now() - interval '8 days' where id = ${id}`)
    await expect(own((tx) => deleteHistory(tx, [id]))).rejects.toMatchObject({ code: 'final_invoice_frozen' })
    await behind(sql`update invoices set created_at = now() - interval '7 days' where id = ${id}`)
    expect(await own((tx) => deleteHistory(tx, [id]))).toEqual(new Set([id]))
    expect(await own((tx) => tx.selectFrom('invoice_seals').select('invoice_id').execute())).toEqual([])
  })

  test('keeps its number from a series that comes to it, also where nothing was reserved', async () => {
    const { own } = await office('2026-0001')
    const invoiceDate = parsePlainDate('2026-11-30')
    const next = () =>
      own(async (tx) => {
        const [series] = await listSeries(tx)
        return series && (await nextNumberOf(tx, series, invoiceDate)).number
      })
    expect(await next()).toBe('2026-0002')
    // A place beyond all that a series has moves nothing.
    await own((tx) => reserveNumbers(tx, [{ number: '2026-999999999', invoiceDate }], 'Moneybird'))
    await own((tx) => reserveNumbers(tx, [{ number: '2026-0500', invoiceDate }], 'Moneybird'))
    expect(await next()).toBe('2026-0501')
  })
})
