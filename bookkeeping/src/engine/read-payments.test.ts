import { type Database, findPayment, listActivities } from '@stella/database'
import { type TestDatabase, testDatabase } from '@stella/database/testing'
import { type Bookkeeper, type Sandbox, startSandbox } from '@stella/e-boekhouden-sandbox'
import { parsePlainDate } from '@stella/invoicing'
import fc from 'fast-check'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { LinkedOrganization, testSeal } from '../../testing/linked-organization.ts'
import { eBoekhoudenAt } from '../books/e-boekhouden-books.ts'
import { requestPaymentReading } from '../payments/request-reading.ts'
import { systemChance } from '../ports/chance.ts'
import { silentLog } from '../ports/log.ts'
import {
  type HistoricalClock,
  type HistoricalWorker,
  historicalClock,
  startHistoricalWorker,
} from './historical-worker.ts'

const HOUR = 3_600_000
const startedAt = Date.parse('2026-11-23T08:00:00Z')
const today = parsePlainDate('2026-11-24')

let db: TestDatabase
let sandbox: Sandbox
let person: Bookkeeper
let workers: Database
let clock: HistoricalClock
let organization: LinkedOrganization
let worker: HistoricalWorker

beforeEach(async () => {
  db = await testDatabase()
  onTestFinished(() => db.close())
  sandbox = await startSandbox({ settings: { duplicateInvoiceNumbers: 'accepted' } })
  onTestFinished(() => sandbox.close())
  person = sandbox.bookkeeper()
  const { username, code1, code2 } = sandbox.administration
  const codes = { username, securityCode1: code1, securityCode2: code2 }
  workers = db.database('stella_worker')
  clock = historicalClock(startedAt)
  const parts = { clock, seal: testSeal(), openBooks: eBoekhoudenAt(sandbox.soapUrl) }
  organization = await LinkedOrganization.create(db, { ...parts, codes })
  const common = { ...parts, database: workers, chance: systemChance, log: silentLog }
  worker = await startHistoricalWorker({ ...common, organizationId: organization.id })
  onTestFinished(() => worker.stop())
})

/** Final, booked and read back; each comes to € 136.25. */
const booked = async (count = 1) => {
  const ids: string[] = []
  for (let at = 0; at < count; at += 1) ids.push(await organization.invoice())
  await worker.workUntil(clock.now() + HOUR / 2)
  return ids
}
const numberOf = async (id: string) => (await organization.booking(id)).invoice_number
const mutationOf = async (id: string) => Number((await organization.booking(id)).mutation_number)
const payment = (id: string) => organization.within((tx) => findPayment(tx, id, today))
/** Reads now, and once more if something must be said twice. */
const read = async () => {
  await organization.within((tx) => requestPaymentReading(tx, new Date(clock.now() + 120_000)))
  await worker.workUntil(clock.now() + 10 * 60_000)
}
const log = () =>
  organization.within(async (tx) => {
    const { items } = await listActivities(tx, { limit: 100, subjectTypes: ['payment'] })
    return items
      .toReversed()
      .map(({ kind, parameters }) => [kind, parameters.number, parameters.mutationNumbers])
  })
const calls = (operation: string) => sandbox.journal({ operation }).length

describe('payments in the books', () => {
  test('come in part and in whole: the invoice says so, with the mutations behind it', async () => {
    const [part = '', whole = ''] = await booked(2)
    person.bookPayment({ invoiceNumber: await numberOf(part), amount: '20.00' })
    person.bookPayment({ invoiceNumber: await numberOf(whole), amount: '21.00', date: '2026-11-23' })
    await read()
    expect(await payment(whole)).toMatchObject({ state: 'part_paid', mutationNumbers: '4' })
    person.bookPayment({ invoiceNumber: await numberOf(whole), amount: '115.25', date: '2026-11-24' })
    await read()
    expect(await payment(part)).toMatchObject({
      state: 'part_paid',
      outstanding: 11_625n,
      mutationNumbers: '3',
    })
    expect(await payment(whole)).toMatchObject({
      state: 'paid',
      outstanding: 0n,
      settledAs: 'paid',
      paidOn: '2026-11-24',
      mutationNumbers: '4, 5',
    })
    expect(await log()).toEqual([
      ['payment_received', '2026-0001', '3'],
      ['payment_received', '2026-0002', '4'],
      ['invoice_paid', '2026-0002', '4, 5'],
    ])
  })

  test('too much, twice, and taken back: each is said', async () => {
    const [id = ''] = await booked()
    const pay = async () => person.bookPayment({ invoiceNumber: await numberOf(id), amount: '136.25' })
    await pay()
    const second = await pay()
    await read()
    expect(await payment(id)).toMatchObject({ state: 'overpaid', outstanding: -13_625n })
    person.removeMutation(second)
    await read()
    expect(await payment(id)).toMatchObject({ state: 'paid' })
    person.removeMutation(second - 1)
    await read()
    expect(await payment(id)).toMatchObject({ state: 'open', outstanding: 13_625n, settledAs: null })
    expect((await log()).map(([kind]) => kind)).toEqual([
      'invoice_overpaid',
      'invoice_open_again',
      'invoice_open_again',
    ])
  })

  test('on a wrong number are seen as such, and the invoice stays open until they are moved', async () => {
    const [id = ''] = await booked()
    const relationCode = sandbox.books().relations[0]?.code ?? ''
    const number = person.bookPayment({ invoiceNumber: '2026-1', relationCode, amount: '136.25' })
    await read()
    expect(await payment(id)).toMatchObject({
      state: 'open',
      strays: [{ invoiceNumber: '2026-1', amount: 13_625n }],
    })
    person.changeMutation(number, { invoiceNumber: await numberOf(id) })
    await read()
    expect(await payment(id)).toMatchObject({ state: 'paid', strays: [] })
  })

  test('an invoice that is written off in the journal is not called paid', async () => {
    const [id = ''] = await booked()
    person.bookMutation({
      kind: 'Memoriaal',
      account: '4000',
      relationCode: sandbox.books().relations[0]?.code ?? '',
      invoiceNumber: await numberOf(id),
      lines: [{ amountExcl: '136.25', ledgerAccount: '1300' }],
    })
    await read()
    expect(await payment(id)).toMatchObject({ state: 'written_off', mutationNumbers: '2' })
  })

  test('an invoice that somebody removed, or made another, is not called paid', async () => {
    const [removed = '', changed = ''] = await booked(2)
    person.removeMutation(await mutationOf(removed))
    person.changeMutation(await mutationOf(changed), { invoiceNumber: 'H1' })
    await read()
    for (const id of [removed, changed]) expect(await payment(id)).toMatchObject({ state: 'open' })
    expect(await log()).toEqual([])
  })

  test('one empty answer, or one that lags behind, changes nothing', async () => {
    const [id = ''] = await booked()
    sandbox.faults.add({ kind: 'empty_result', operation: 'GetOpenPosten', times: 1 })
    await read()
    expect(await payment(id)).toMatchObject({ state: 'open' })
    person.bookPayment({ invoiceNumber: await numberOf(id), amount: '136.25' })
    await read()
    sandbox.faults.add({ kind: 'stale_reads', seconds: 3_600, operation: 'GetOpenPosten', times: 1 })
    await read()
    expect(await payment(id)).toMatchObject({ state: 'paid' })
    expect((await log()).map(([kind]) => kind)).toEqual(['invoice_paid'])
  })

  test('are read three times a day, and no more calls than ten are made on a day with payments', async () => {
    const [id = ''] = await booked()
    const before = calls('GetOpenPosten') + calls('GetMutaties') + calls('GetGrootboekrekeningen')
    person.bookPayment({ invoiceNumber: await numberOf(id), amount: '136.25' })
    await worker.workUntil(clock.now() + 24 * HOUR)
    expect(await payment(id)).toMatchObject({ state: 'paid' })
    const made = calls('GetOpenPosten') + calls('GetMutaties') + calls('GetGrootboekrekeningen') - before
    expect(made).toBeGreaterThanOrEqual(4)
    expect(made).toBeLessThanOrEqual(10)
  })
})

type Act = { of: number; cents: number; what: 'pay' | 'remove' | 'twice' }
const acts = fc.array(
  fc.record({
    of: fc.nat(3),
    cents: fc.constantFrom(100, 13_625, 20_000),
    what: fc.constantFrom('pay', 'pay', 'remove', 'twice'),
  }) as fc.Arbitrary<Act>,
  { maxLength: 6 },
)

test('whatever people pay and remove, Stella says what the open items say', async () => {
  const ids = await booked(4)
  const numbers = await Promise.all(ids.map(numberOf))
  const payments: number[] = []
  await fc.assert(
    fc.asyncProperty(acts, async (drawn) => {
      for (const { of, cents, what } of drawn) {
        if (what === 'remove') {
          const gone = payments.pop()
          if (gone !== undefined) person.removeMutation(gone)
          continue
        }
        const paid = { invoiceNumber: numbers[of] ?? '', amount: (cents / 100).toFixed(2) }
        payments.push(person.bookPayment(paid))
        if (what === 'twice') payments.push(person.bookPayment(paid))
      }
      await read()
      const open = new Map(sandbox.books().openItems.map((it) => [it.invoiceNumber, it.outstanding]))
      for (const [at, id] of ids.entries()) {
        const expected = BigInt(Math.round(Number(open.get(numbers[at] ?? '') ?? 0) * 100))
        expect((await payment(id))?.outstanding).toBe(expected)
      }
    }),
    { numRuns: 6 },
  )
})
