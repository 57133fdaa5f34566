import type { FaultRule, Sandbox, Settings } from '@stella/e-boekhouden-sandbox'
import { afterEach, describe, expect, test } from 'vitest'
import { EngineAtSandbox } from '../../testing/engine-at-sandbox.ts'
import { eventually } from '../../testing/eventually.ts'
import type { LinkedOrganization } from '../../testing/linked-organization.ts'
import type { ShiftedClock } from '../../testing/shifted-clock.ts'
import { VERIFY_AFTER_MS, VERIFY_EVERY_MS } from '../bookings/verification.ts'
import { eBoekhoudenAt } from '../books/e-boekhouden-books.ts'

let office: EngineAtSandbox
let sandbox: Sandbox
let clock: ShiftedClock
let organization: LinkedOrganization

afterEach(() => office.close())

async function begin(settings: Partial<Settings> = {}, ...faults: FaultRule[]): Promise<void> {
  office = await EngineAtSandbox.start(settings, ...faults)
  ;({ sandbox, clock, organization } = office)
}

const booking = (invoiceId: string) => office.booking(invoiceId)
const reaches = (invoiceId: string, state: string) => office.reaches(invoiceId, state)
const settle = (invoiceId: string) => office.settle(invoiceId)
const mutations = () => office.mutations()

test('an invoice with three rates stands in the books as it stands on paper, and is read back equal', async () => {
  await begin()
  const invoice = await organization.invoice({
    pricesIncludeVat: true,
    description: '<&"\'> 👩‍👩‍👧 é',
    lines: [
      { description: 'Taart', quantity: '1', unitPrice: '10.00', vatTreatment: 'high' },
      { description: 'Brood', quantity: '2.5', unitPrice: '3.33', vatTreatment: 'low' },
      { description: 'Statiegeld', quantity: '1', unitPrice: '0.15', vatTreatment: 'zero' },
    ],
  })
  await reaches(invoice, 'booked')
  const [mutation] = mutations()
  expect(mutation).toMatchObject({
    kind: 'FactuurVerstuurd',
    account: '1300',
    invoiceNumber: '2026-0001',
    description: 'Factuur 2026-0001, Café De Zwaan: <&"\'> 👩‍👩‍👧 é',
    paymentTerm: '14',
    inExVat: 'IN',
  })
  const debtors = mutation?.entries.find((entry) => entry.account === '1300')
  expect(debtors?.amount).toBe('18.48')
  expect(sandbox.books().relations).toMatchObject([{ name: 'Café De Zwaan' }])
  clock.advance(VERIFY_AFTER_MS + VERIFY_EVERY_MS)
  await reaches(invoice, 'verified')
})

const uncertain: [string, FaultRule][] = [
  ['time-out after booking', { kind: 'no_answer', moment: 'after' }],
  ['time-out before booking', { kind: 'no_answer', moment: 'before' }],
  ['answer lost', { kind: 'answer_lost', moment: 'after' }],
  ['reset before', { kind: 'reset', moment: 'before' }],
  ['reset after', { kind: 'reset', moment: 'after' }],
  ['500 before', { kind: 'http_error', status: 500, moment: 'before' }],
  ['500 after', { kind: 'http_error', status: 500, moment: 'after' }],
  ['503 after', { kind: 'http_error', status: 503, moment: 'after' }],
  ['429', { kind: 'http_error', status: 429, moment: 'before' }],
  ['a page before', { kind: 'html_page', moment: 'before' }],
  ['a page after', { kind: 'html_page', moment: 'after' }],
  ['a fault after', { kind: 'soap_fault', moment: 'after' }],
  ['half an answer', { kind: 'truncated_xml' }],
  ['an empty result', { kind: 'empty_result' }],
  ['a hostile answer', { kind: 'hostile_answer' }],
  ['a session that dies', { kind: 'session_dies' }],
]

describe.each(['refused', 'accepted'] as const)('duplicates %s', (duplicateInvoiceNumbers) => {
  test.each(uncertain)('AddMutatie with %s: booked once', async (_name, fault) => {
    await begin({ duplicateInvoiceNumbers }, { ...fault, operation: 'AddMutatie', times: 1 })
    const invoice = await organization.invoice()
    await settle(invoice)
    expect(mutations()).toHaveLength(1)
    expect((await booking(invoice)).mutation_number).toBe(BigInt(mutations()[0]?.number ?? 0))
  })
})

test.each(uncertain)('AddRelatie with %s: added once', async (_name, fault) => {
  await begin({}, { ...fault, operation: 'AddRelatie', times: 1 })
  const invoice = await organization.invoice()
  await settle(invoice)
  expect(sandbox.books().relations).toHaveLength(1)
  expect(mutations()).toHaveLength(1)
})

test('unreachable for a while: the invoice waits, and is booked once when it can be', async () => {
  await begin({}, { kind: 'http_error', status: 503, moment: 'before', operation: 'OpenSession', times: 3 })
  const invoice = await organization.invoice()
  await settle(invoice)
  expect(mutations()).toHaveLength(1)
})

test('codes revoked: everything waits and nothing fails until new ones are entered', async () => {
  await begin({}, { kind: 'codes_revoked' })
  const invoice = await organization.invoice()
  const connection = () =>
    organization.within((tx) => tx.selectFrom('connections').selectAll().executeTakeFirstOrThrow())
  await eventually(connection, (it) => it.state === 'paused')
  expect(await booking(invoice)).toMatchObject({ state: 'planned', cause: null })
  sandbox.faults.clear()
  sandbox.changePassword()
  await organization.link(eBoekhoudenAt(sandbox.soapUrl), office.codes)
  await reaches(invoice, 'booked')
})

test('a number booked by hand is a conflict, and the books stay as they are', async () => {
  await begin({}, { kind: 'number_taken', times: 1 })
  const invoice = await organization.invoice()
  const { cause } = await reaches(invoice, 'conflict')
  expect(cause).toBe('number_in_use')
  expect(mutations()).toMatchObject([{ origin: 'hand' }])
})

test('one of unknown outcome holds up itself, and nobody else for more than the first look', async () => {
  await begin({}, { kind: 'http_error', status: 500, moment: 'before', operation: 'AddMutatie', times: 1 })
  const lost = await organization.invoice()
  await reaches(lost, 'unknown')
  const other = await organization.addCustomer({ name: 'Slagerij Om de Hoek' })
  const next = await organization.invoice({ customerId: other })
  const after = await organization.invoice()
  // What is not yet looked up keeps its turn: as long as the service does not answer, more would only be lost too.
  expect((await booking(next)).state).toBe('planned')
  clock.advance(6_000)
  office.worker.wake()
  await reaches(next, 'booked')
  await reaches(after, 'booked')
  expect((await booking(lost)).state).toBe('unknown')
  await settle(lost)
  expect(mutations().map((it) => it.invoiceNumber)).toEqual(['2026-0002', '2026-0003', '2026-0001'])
})

test('a relation of unknown outcome holds up its own invoices, and no other', async () => {
  await begin({}, { kind: 'http_error', status: 500, moment: 'before', operation: 'AddRelatie', times: 1 })
  const lost = await organization.invoice()
  await eventually(
    () => organization.activityKinds(),
    (kinds) => kinds.includes('relation_outcome_unknown'),
  )
  const other = await organization.addCustomer({ name: 'Slagerij Om de Hoek' })
  const next = await organization.invoice({ customerId: other })
  clock.advance(6_000)
  office.worker.wake()
  await reaches(next, 'booked')
  expect((await booking(lost)).state).toBe('planned')
  await settle(lost)
  expect(sandbox.books().relations).toHaveLength(2)
  expect(mutations()).toHaveLength(2)
})

test('no code stands in any table, log entry or exchange', async () => {
  await begin({}, { kind: 'html_page', operation: 'AddMutatie', times: 1 })
  const invoice = await organization.invoice()
  await settle(invoice)
  const { pool } = office.db.database('owner')
  const { rows: tables } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  let everything = ''
  for (const { name } of tables)
    everything += JSON.stringify((await pool.query(`select t::text from ${name} t`)).rows)
  expect(everything).toContain('GetMutaties')
  const { username, code1, code2 } = sandbox.administration
  for (const secret of [username, code1, code2]) {
    for (const form of [
      secret,
      encodeURIComponent(secret),
      Buffer.from(secret).toString('hex'),
      Buffer.from(secret).toString('base64'),
    ]) {
      expect(everything.toLowerCase().includes(form.toLowerCase()), form).toBe(false)
    }
  }
})
