import { Readable } from 'node:stream'
import {
  copyIn,
  copyOut,
  type Database,
  finalizeInvoice,
  findInvoice,
  markRestored,
  openDatabase,
  updateDraft,
} from '@stella/database'
import { databaseWithoutTables, type TestDatabase } from '@stella/database/testing'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { EngineAtSandbox } from '../../testing/engine-at-sandbox.ts'
import { eventually } from '../../testing/eventually.ts'
import { LinkedOrganization } from '../../testing/linked-organization.ts'
import { eBoekhoudenAt } from '../books/e-boekhouden-books.ts'
import { testConnection } from '../connections/test-connection.ts'
import { systemChance } from '../ports/chance.ts'
import { silentLog } from '../ports/log.ts'
import { startWorker } from '../start-worker.ts'
import { compareRestored } from './compare-restored.ts'

let office: EngineAtSandbox
afterEach(() => office.close())

const reason = 'teruggezet'

/** Everything that is backed up now, held in memory. */
async function backUp() {
  const parts = await Readable.from(copyOut(office.db.url)).toArray()
  return async function* () {
    yield* parts
  }
}

/** The same organization as a restored installation has it: the old one is gone for good. */
async function restore(parts: Awaited<ReturnType<typeof backUp>>): Promise<Restored> {
  await office.worker.stop()
  const db = await databaseWithoutTables()
  await copyIn(db.url, parts(), (client) => markRestored(client, new Date(office.clock.now())))
  const app = openDatabase({ url: db.urlOf('stella_app'), role: 'stella_app' })
  const workers = openDatabase({ url: db.urlOf('stella_worker'), role: 'stella_worker' })
  const { clock, organization, sandbox } = office
  const organizationOf = new LinkedOrganization(organization.id, { app, clock, seal: organization.seal })
  organizationOf.customerId = organization.customerId
  const openBooks = eBoekhoudenAt(sandbox.soapUrl)
  const engine = {
    database: workers,
    seal: organization.seal,
    openBooks,
    clock,
    chance: systemChance,
    log: silentLog,
  }
  const worker = startWorker({ ...engine, pollEveryMs: 50 })
  onTestFinished(async () => {
    await worker.stop()
    await Promise.all([app.close(), workers.close()])
    await db.close()
  })
  const compare = () =>
    compareRestored(
      { app, worker: workers, openBooks, seal: organization.seal, clock },
      { organizationId: organization.id, reason },
    )
  return { app, db, organization: organizationOf, worker, compare }
}

type Restored = {
  readonly app: Database
  readonly db: TestDatabase
  readonly organization: LinkedOrganization
  readonly worker: ReturnType<typeof startWorker>
  readonly compare: () => ReturnType<typeof compareRestored>
}

/** Lets the time of day run until every booking stands in the books, or waits for a person. */
async function settle({ organization, worker }: Restored): Promise<void> {
  const open = () =>
    organization.within((tx) =>
      tx
        .selectFrom('bookings')
        .select('state')
        .where('state', 'in', ['planned', 'sending', 'unknown'])
        .execute(),
    )
  await eventually(
    async () => {
      const left = await open()
      const lane = await organization.within((tx) =>
        tx.selectFrom('booking_lanes').select('leased_by').executeTakeFirstOrThrow(),
      )
      if (lane.leased_by === null) office.clock.advance(30_000)
      worker.wake()
      return left
    },
    (left) => left.length === 0,
  )
}

const numbersBooked = () => office.mutations().map(({ invoiceNumber }) => invoiceNumber)
const marks = () => office.mutations().map(({ document }) => document)

test.each(['refused', 'accepted'] as const)(
  'duplicates %s: back up, book five more, restore, go on: nothing twice, and what is gone is told',
  async (duplicateInvoiceNumbers) => {
    office = await EngineAtSandbox.start({ duplicateInvoiceNumbers })
    const { organization } = office
    const before = await organization.invoice()
    await office.reaches(before, 'booked')
    const left = await organization.draft()
    const edited = await organization.draft()
    const parts = await backUp()

    const booked = [await organization.finalize(left), await organization.finalize(edited)]
    const newcomer = await organization.addCustomer({ name: 'Slagerij Om de Hoek' })
    const invoices = [
      await organization.invoice(),
      await organization.invoice({ customerId: newcomer }),
      await organization.invoice(),
    ]
    for (const invoice of [left, edited, ...invoices]) await office.reaches(invoice, 'booked')
    expect(booked).toEqual(['2026-0002', '2026-0003'])
    const standing = numbersBooked()
    expect(standing).toHaveLength(6)

    const restored = await restore(parts)
    // Nothing is booked, numbered or resumed before the books were compared.
    const early = restored.organization.within((tx) => finalizeInvoice(tx, { invoiceId: left }))
    await expect(early).rejects.toMatchObject({ code: 'books_not_compared' })
    const tested = await testConnection(
      { database: restored.app, clock: office.clock, wake: () => restored.worker.wake() },
      organization.id,
    )
    expect(tested).toMatchObject({ outcome: 'failed', connection: { pausedCause: 'books_not_compared' } })

    expect(await restored.compare()).toEqual({
      outcome: 'compared',
      recovered: ['2026-0002', '2026-0003'],
      gone: ['2026-0004', '2026-0005', '2026-0006'],
      changed: [],
    })
    expect(await restored.compare()).toEqual({ outcome: 'nothing_to_compare' })
    await settle(restored)
    expect(numbersBooked()).toEqual(standing)
    expect(await restored.organization.booking(left)).toMatchObject({
      invoice_number: '2026-0002',
      state: 'booked',
    })

    const next = await restored.organization.invoice()
    await eventually(
      () => restored.organization.booking(next),
      ({ state }) => state === 'booked',
    )
    expect(numbersBooked()).toEqual([...standing, '2026-0007'])
    expect(new Set(marks()).size).toBe(marks().length)
    expect(await restored.organization.activityKinds()).toContain('connection_compared')
  },
)

test('what was waiting in the backup and was booked after it is recognised, its relation too', async () => {
  office = await EngineAtSandbox.start({ duplicateInvoiceNumbers: 'accepted' })
  const { organization } = office
  await office.worker.stop()
  const newcomer = await organization.addCustomer({ name: 'Slagerij Om de Hoek' })
  const waiting = [await organization.invoice(), await organization.invoice({ customerId: newcomer })]
  const parts = await backUp()
  const worker = startWorker({
    database: office.db.database('stella_worker'),
    seal: organization.seal,
    openBooks: eBoekhoudenAt(office.sandbox.soapUrl),
    clock: office.clock,
    chance: systemChance,
    log: silentLog,
    pollEveryMs: 50,
  })
  for (const invoice of waiting) await office.reaches(invoice, 'booked')
  await worker.stop()

  const restored = await restore(parts)
  expect(await restored.compare()).toMatchObject({ outcome: 'compared', recovered: [], gone: [] })
  await settle(restored)
  expect(numbersBooked()).toEqual(['2026-0001', '2026-0002'])
  expect(office.sandbox.books().relations).toHaveLength(2)
  for (const invoice of waiting) expect((await restored.organization.booking(invoice)).state).toBe('booked')
})

test('what was waiting in the backup and was never booked is booked once, after the quarantine', async () => {
  office = await EngineAtSandbox.start({ duplicateInvoiceNumbers: 'accepted' })
  await office.worker.stop()
  const waiting = await office.organization.invoice()
  const restored = await restore(await backUp())
  await restored.compare()
  await settle(restored)
  expect(numbersBooked()).toEqual(['2026-0001'])
  expect((await restored.organization.booking(waiting)).state).toBe('booked')
})

test('a draft that was changed after the backup stays a draft, is told, and its number is not given again', async () => {
  office = await EngineAtSandbox.start({ duplicateInvoiceNumbers: 'accepted' })
  const { organization } = office
  const draft = await organization.draft()
  const parts = await backUp()
  await organization.within(async (tx) => {
    const stored = await findInvoice(tx, draft)
    if (stored?.state !== 'draft') throw new Error('It is no draft.')
    const lines = stored.lines.map((line) => ({
      ...line,
      description: 'Meer broodjes',
      quantity: '11' as never,
    }))
    await updateDraft(tx, { id: draft, revision: stored.revision, content: { ...stored, lines } })
  })
  await organization.finalize(draft)
  await office.reaches(draft, 'booked')

  const restored = await restore(parts)
  expect(await restored.compare()).toEqual({
    outcome: 'compared',
    recovered: [],
    gone: ['2026-0001'],
    changed: ['2026-0001'],
  })
  const stored = await restored.organization.within((tx) => findInvoice(tx, draft))
  expect(stored?.state).toBe('draft')
  const other = await restored.organization.invoice()
  expect((await restored.organization.booking(other)).invoice_number).toBe('2026-0002')
})

test('while the books cannot be read the connection stays paused; new codes alone do not end that', async () => {
  office = await EngineAtSandbox.start()
  const { organization } = office
  const draft = await organization.draft()
  const restored = await restore(await backUp())
  office.sandbox.changePassword()
  expect(await restored.compare()).toMatchObject({ outcome: 'not_read', cause: 'codes_refused' })
  const openBooks = eBoekhoudenAt(office.sandbox.soapUrl)
  expect(await restored.organization.link(openBooks, office.codes)).toMatchObject({ ok: true })
  expect(await restored.organization.connection()).toMatchObject({
    state: 'paused',
    paused_cause: 'books_not_compared',
  })
  const early = restored.organization.finalize(draft)
  await expect(early).rejects.toMatchObject({ code: 'books_not_compared' })
  expect(await restored.compare()).toMatchObject({ outcome: 'compared' })
  await restored.organization.finalize(draft)
  await settle(restored)
  expect(numbersBooked()).toEqual(['2026-0001'])
})
