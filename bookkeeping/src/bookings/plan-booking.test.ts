import {
  finalizeInvoice,
  findCustomer,
  findRelationOfCustomer,
  inOrganization,
  updateCustomer,
} from '@stella/database'
import { type TestDatabase, testDatabase } from '@stella/database/testing'
import { computeTotals, parsePlainDate } from '@stella/invoicing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LinkedOrganization, testSeal } from '../../testing/linked-organization.ts'
import { ScriptedBooks } from '../../testing/scripted-books.ts'
import { shiftedClock } from '../../testing/shifted-clock.ts'
import { disconnect } from '../connections/disconnect.ts'
import { customerChanged } from '../relations/plan-relation.ts'
import { relationCodeOf } from '../relations/relation-code.ts'
import { planBooking } from './plan-booking.ts'
import { previewBooking } from './preview-booking.ts'
import { referenceOf } from './reference.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

async function begin() {
  const books = new ScriptedBooks()
  const clock = shiftedClock()
  const organization = await LinkedOrganization.create(db, { clock, seal: testSeal(), openBooks: books.open })
  const now = () => new Date(clock.now())
  const relation = () => organization.within((tx) => findRelationOfCustomer(tx, organization.customerId))
  const rename = (name: string) =>
    organization.within(async (tx) => {
      const found = await findCustomer(tx, organization.customerId)
      if (found === undefined) throw new Error('no customer')
      const { id, revision, createdAt, updatedAt, ...content } = found
      await updateCustomer(tx, { id, revision, content: { ...content, name } })
      await customerChanged(tx, { customerId: id, now: now() })
    })
  return { organization, now, relation, rename }
}

test('what must be booked is written with the final invoice, or neither is', async () => {
  const { organization, now } = await begin()
  const draft = await organization.draft()
  const crash = organization.within(async (tx) => {
    const invoice = await finalizeInvoice(tx, { invoiceId: draft, at: now() })
    await planBooking(tx, { invoice, now: now() })
    throw new Error('crash before the commit')
  })
  await expect(crash).rejects.toThrow('crash before the commit')
  await expect(organization.booking(draft)).rejects.toThrow('has no booking')
  expect(await organization.finalize(draft)).toBe('2026-0001')
  const booking = await organization.booking(draft)
  expect(booking).toMatchObject({
    state: 'planned',
    invoice_number: '2026-0001',
    reference: referenceOf(draft),
  })
  expect(booking.mutation).toMatchObject({
    relationCode: relationCodeOf(organization.customerId),
    lines: [{ revenueAccount: '8000', vatCode: 'LAAG_VERK_9', net: '125.00', vat: '11.25', gross: '136.25' }],
  })
})

test('ordinals follow the numbers, however many finalize at once', async () => {
  const { organization } = await begin()
  const drafts = await Promise.all(Array.from({ length: 12 }, () => organization.draft()))
  await Promise.all(drafts.map((draft) => organization.finalize(draft)))
  const rows = await organization.within((tx) =>
    tx.selectFrom('bookings').select(['invoice_number', 'ordinal']).orderBy('ordinal').execute(),
  )
  expect(rows.map((row) => row.invoice_number)).toEqual(rows.map((row) => row.invoice_number).toSorted())
  expect(rows).toHaveLength(12)
})

test('without a connection nothing is planned', async () => {
  const { organization, now } = await begin()
  await organization.within((tx) => disconnect(tx, { now: now() }))
  const invoice = await organization.invoice()
  await expect(organization.booking(invoice)).rejects.toThrow('has no booking')
})

test('a customer that changes is brought up to date only once its invoices are booked', async () => {
  const { organization, relation, rename } = await begin()
  await organization.draft()
  await rename('Café De Zwaan en Zoon')
  expect((await relation())?.state).toBe('planned')
  const worker = db.database('stella_worker')
  await inOrganization(worker, organization.id, (tx) =>
    tx.updateTable('relations').set({ state: 'present' }).execute(),
  )
  await rename('Café De Gans')
  expect((await relation())?.state).toBe('present')
  const invoice = await organization.invoice()
  // The invoice itself brings the newest details along.
  expect((await relation())?.state).toBe('outdated')
  expect((await organization.booking(invoice)).state).toBe('planned')
})

test('the preview shows the very mutation that will be planned, and what it does not say in full', async () => {
  const { organization } = await begin()
  const description = `Broodjes ${'en nog meer broodjes '.repeat(12)}`
  const lines = [
    { description: 'Broodjes', quantity: '10', unitPrice: '12.50', vatTreatment: 'low' as const },
  ]
  const preview = await organization.within(async (tx) => {
    const customer = await findCustomer(tx, organization.customerId)
    if (customer === undefined) throw new Error('no customer')
    const content = {
      customerId: customer.id,
      seriesId: null,
      invoiceDate: parsePlainDate('2026-11-22'),
      paymentTermDays: 14,
      description,
      pricesIncludeVat: false,
      lines: lines.map((line) => ({ ...line, vatRate: '9' }) as never),
    }
    return previewBooking(tx, {
      invoice: { ...content, number: '2026-0001', totals: computeTotals(content.lines, false) },
      customer,
    })
  })
  expect(preview).toMatchObject({
    connection: 'active',
    relation: { code: relationCodeOf(organization.customerId), isNew: true },
    debtorsAccount: { code: '1300', name: 'Debiteuren' },
    descriptionShortened: true,
    totalGross: '136.25',
    blockers: [],
  })
  const invoice = await organization.invoice({ description, lines })
  const { mutation } = await organization.booking(invoice)
  expect(mutation).toMatchObject({
    description: preview.description,
    lines: preview.lines.map(({ account, box, vatTreatments, ...line }) => line),
  })
  expect(preview.lines).toMatchObject([{ vatTreatments: ['low'], box: '1b' }])
})
