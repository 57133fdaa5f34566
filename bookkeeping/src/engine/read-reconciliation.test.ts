import { randomUUID } from 'node:crypto'
import { findConnection, inOrganization } from '@stella/database'
import { type TestDatabase, testDatabase } from '@stella/database/testing'
import { type Bookkeeper, type Sandbox, startSandbox } from '@stella/e-boekhouden-sandbox'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { LinkedOrganization, testSeal } from '../../testing/linked-organization.ts'
import { eBoekhoudenAt } from '../books/e-boekhouden-books.ts'
import { systemChance } from '../ports/chance.ts'
import { silentLog } from '../ports/log.ts'
import { reconciliationOf } from '../reconciliation/reconciliation-of.ts'
import { requestReconciliation } from '../reconciliation/request-reconciliation.ts'
import {
  type HistoricalClock,
  type HistoricalWorker,
  historicalClock,
  startHistoricalWorker,
} from './historical-worker.ts'

const HOUR = 3_600_000
const period = { from: '2026-11-01', until: '2026-11-30' }

let db: TestDatabase
let sandbox: Sandbox
let person: Bookkeeper
let clock: HistoricalClock
let organization: LinkedOrganization
let worker: HistoricalWorker

beforeEach(async () => {
  db = await testDatabase()
  onTestFinished(() => db.close())
  sandbox = await startSandbox({ settings: { mutationsPerAnswer: 500 } })
  onTestFinished(() => sandbox.close())
  person = sandbox.bookkeeper()
  const { username, code1, code2 } = sandbox.administration
  const codes = { username, securityCode1: code1, securityCode2: code2 }
  clock = historicalClock(Date.parse('2026-11-23T08:00:00Z'))
  const parts = { clock, seal: testSeal(), openBooks: eBoekhoudenAt(sandbox.soapUrl) }
  organization = await LinkedOrganization.create(db, { ...parts, codes })
  const database = db.database('stella_worker')
  const common = { ...parts, database, chance: systemChance, log: silentLog }
  worker = await startHistoricalWorker({ ...common, organizationId: organization.id })
  onTestFinished(() => worker.stop())
})

const stands = () =>
  inOrganization(organization.app, organization.id, async (tx) => {
    const connection = await findConnection(tx)
    return reconciliationOf(tx, { booksId: connection?.books_id ?? '', ...period })
  })
const compare = async () => {
  const id = randomUUID()
  await organization.within((tx) =>
    requestReconciliation(tx, { id, ...period, by: 'Marloes', now: new Date(clock.now()) }),
  )
  await worker.workUntil(clock.now() + 60_000)
}
test('one empty answer removes nothing', async () => {
  await organization.invoice()
  await worker.workUntil(clock.now() + HOUR / 2)
  sandbox.faults.add({ kind: 'empty_result', operation: 'GetMutaties', times: 1 })
  await compare()
  expect((await stands()).compared).toBeNull()
  await worker.workUntil(clock.now() + 5 * 60_000)
  expect((await stands()).compared).toMatchObject({ differences: [], agreeing: 1, calls: 2 })
})

const reads = () => sandbox.journal({ operation: 'GetMutaties' }).length

test('a period is clean, differs as people make it, and says who looked and when', async () => {
  const ids = [await organization.invoice(), await organization.invoice(), await organization.invoice()]
  await worker.workUntil(clock.now() + HOUR / 2)
  expect((await stands()).compared).toBeNull()
  await compare()
  expect((await stands()).compared).toMatchObject({ differences: [], agreeing: 3, by: 'Marloes', calls: 1 })
  const [first = '', second = ''] = ids
  person.removeMutation(Number((await organization.booking(first)).mutation_number))
  person.changeMutation(Number((await organization.booking(second)).mutation_number), { date: '2026-11-03' })
  await compare()
  const { compared } = await stands()
  expect(compared?.differences.map(({ kind }) => kind)).toEqual(['removed', 'changed'])
  const [row] = compared?.rows ?? []
  expect((row?.stella.net ?? 0n) - (row?.books.net ?? 0n)).toBe(compared?.differences[0]?.amounts[0]?.net)
})

test('this month is read once a day by itself, and a large one page by page within the budget', async () => {
  const before = reads()
  await worker.workUntil(clock.now() + 24 * HOUR)
  expect((await stands()).compared).toMatchObject({ by: null, mutationsRead: 0 })
  // Nothing at all is said twice before it is believed.
  expect(reads() - before).toBe(2)
  const line = { amountExcl: '10.00', vatCode: 'HOOG_VERK_21', ledgerAccount: '8000' }
  for (let at = 0; at < 1_100; at += 1) {
    person.bookMutation({ kind: 'GeldOntvangen', date: '2026-11-05', account: '1000', lines: [line] })
  }
  const then = reads()
  await compare()
  expect(reads() - then).toBeLessThanOrEqual(Math.ceil(1_100 / 500) + 5)
  expect((await stands()).compared).toMatchObject({ mutationsRead: 1_100 })
  expect((await stands()).compared?.differences).toHaveLength(1_100)
})
