import { inOrganization } from '@stella/database'
import { type TestDatabase, testDatabase } from '@stella/database/testing'
import { type Sandbox, startSandbox } from '@stella/e-boekhouden-sandbox'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { LinkedOrganization, testSeal } from '../../testing/linked-organization.ts'
import { eBoekhoudenAt } from '../books/e-boekhouden-books.ts'
import { isReadingHeldBack } from '../connections/call-budget.ts'
import { OPTIONAL_READS_A_MONTH } from '../payments/reading.ts'
import { systemChance } from '../ports/chance.ts'
import { silentLog } from '../ports/log.ts'
import {
  type HistoricalClock,
  type HistoricalWorker,
  historicalClock,
  startHistoricalWorker,
} from './historical-worker.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

let db: TestDatabase
let sandbox: Sandbox
let clock: HistoricalClock
let organization: LinkedOrganization
let worker: HistoricalWorker

beforeEach(async () => {
  db = await testDatabase()
  onTestFinished(() => db.close())
  sandbox = await startSandbox()
  onTestFinished(() => sandbox.close())
  const { username, code1, code2 } = sandbox.administration
  const codes = { username, securityCode1: code1, securityCode2: code2 }
  clock = historicalClock(Date.parse('2026-11-23T05:00:00Z'))
  const parts = { clock, seal: testSeal(), openBooks: eBoekhoudenAt(sandbox.soapUrl) }
  organization = await LinkedOrganization.create(db, { ...parts, codes })
  const common = { ...parts, database: db.database('stella_worker'), chance: systemChance, log: silentLog }
  worker = await startHistoricalWorker({ ...common, organizationId: organization.id })
  onTestFinished(() => worker.stop())
})

const callsSince = (after: number) => {
  const calls = sandbox.journal({ after }).map(({ operation }) => operation)
  return Object.fromEntries([...Map.groupBy(calls, (it) => it)].map(([name, all]) => [name, all.length]))
}
const lastCall = () => sandbox.journal({ limit: 1 }).at(-1)?.number ?? 0

test('a small business costs ten calls a day at the most besides its bookings', async () => {
  const first = await organization.invoice()
  await worker.workUntil(clock.now() + DAY)
  const before = lastCall()
  // A day like others: three invoices in the morning, one at the end of the day, and one of yesterday is paid.
  for (let count = 0; count < 3; count += 1) await organization.invoice()
  const { invoice_number: invoiceNumber } = await organization.booking(first)
  sandbox.bookkeeper().bookPayment({ invoiceNumber, amount: '136.25' })
  await worker.workUntil(clock.now() + 10 * HOUR)
  await organization.invoice()
  await worker.workUntil(clock.now() + 14 * HOUR)
  const { AddMutatie: bookings, ...others } = callsSince(before)
  expect(bookings).toBe(4)
  expect(
    Object.values(others).reduce((sum, count) => sum + count, 0),
    JSON.stringify(others),
  ).toBeLessThanOrEqual(10)
})

test('near the limit of the month nothing optional is read, and what is final is booked and read back', async () => {
  const paid = await organization.invoice()
  await worker.workUntil(clock.now() + HOUR)
  const { books_id: booksId, invoice_number: invoiceNumber } = await organization.booking(paid)
  const at = new Date(clock.now())
  const read = { books_id: booksId, operation: 'GetMutaties', started_at: at, finished_at: at, outcome: 'ok' }
  await inOrganization(db.database('stella_worker'), organization.id, (tx) =>
    tx
      .insertInto('exchanges')
      .values(Array.from({ length: OPTIONAL_READS_A_MONTH }, () => read))
      .execute(),
  )
  sandbox.bookkeeper().bookPayment({ invoiceNumber, amount: '136.25' })
  const before = lastCall()
  const id = await organization.invoice()
  await worker.workUntil(clock.now() + DAY)
  expect((await organization.booking(id)).state).toBe('verified')
  // Reading back is one; the month was not compared, and what paid the invoice was not looked for.
  expect(callsSince(before)).toMatchObject({ AddMutatie: 1, GetMutaties: 1 })
  const compared = await organization.within((tx) =>
    tx.selectFrom('reconciliations').select('finished_at').execute(),
  )
  expect(compared).toEqual([])
  const heldBack = { booksId, now: new Date(clock.now()) }
  expect(await organization.within((tx) => isReadingHeldBack(tx, heldBack))).toBe(true)
})
