import type { FaultRule, Sandbox } from '@stella/e-boekhouden-sandbox'
import { afterEach, describe, expect, test } from 'vitest'
import { EngineAtSandbox } from '../../testing/engine-at-sandbox.ts'
import { eventually } from '../../testing/eventually.ts'
import type { LinkedOrganization } from '../../testing/linked-organization.ts'
import type { ShiftedClock } from '../../testing/shifted-clock.ts'
import { retryBooking, retryBookingsOfCause } from '../bookings/retry-booking.ts'
import { retryRelation } from '../relations/retry-relation.ts'

const MINUTE = 60 * 1_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

let office: EngineAtSandbox
let sandbox: Sandbox
let clock: ShiftedClock
let organization: LinkedOrganization

afterEach(() => office.close())

async function begin(...faults: FaultRule[]): Promise<void> {
  office = await EngineAtSandbox.start({}, ...faults)
  ;({ sandbox, clock, organization } = office)
}

const now = () => new Date(clock.now())
const reaches = (invoiceId: string, state: string) => office.reaches(invoiceId, state)
const connection = () =>
  organization.within((tx) => tx.selectFrom('connections').selectAll().executeTakeFirstOrThrow())
const relation = () =>
  organization.within((tx) => tx.selectFrom('relations').selectAll().executeTakeFirstOrThrow())
const log = () =>
  organization.within((tx) => tx.selectFrom('activities').selectAll().orderBy('position').execute())
const kinds = async () => (await log()).map((it) => it.kind)
const calls = (operation: string) => sandbox.journal().filter((it) => it.operation === operation).length
const pass = (time: number) => {
  clock.advance(time)
  office.worker.wake()
}

describe('a relation that somebody deleted in the books', () => {
  test('is said of the relation, holds back all its invoices, and one action mends all of them at once', async () => {
    await begin({ kind: 'relation_deleted', times: 1 })
    const first = await organization.invoice()
    const { cause } = await reaches(first, 'rejected')
    const next = await organization.invoice()
    await reaches(next, 'rejected')
    expect(cause).toBe('relation_missing')
    expect((await office.booking(next)).cause).toBe('relation_missing')
    const { id, state, cause: ofRelation } = await relation()
    expect({ state, ofRelation }).toEqual({ state: 'gone', ofRelation: 'relation_missing' })
    expect(await kinds()).toContain('relation_gone')
    expect(calls('AddMutatie')).toBe(1)

    // Nothing of ours is under way, so that no quarantine passes, but only the minute between two looks.
    pass(MINUTE)
    await organization.within((tx) => retryRelation(tx, { relationId: id, now: now(), by: 'organization' }))
    await reaches(first, 'booked')
    await reaches(next, 'booked')
    expect(sandbox.books().relations).toHaveLength(1)
    expect(office.mutations()).toHaveLength(2)
  })

  test('is mended from one of its invoices too, and the others go along', async () => {
    await begin({ kind: 'relation_deleted', times: 1 })
    const first = await organization.invoice()
    await reaches(first, 'rejected')
    const next = await organization.invoice()
    const { id } = await reaches(next, 'rejected')
    pass(MINUTE)
    await organization.within((tx) => retryBooking(tx, { bookingId: id, now: now(), by: 'organization' }))
    await reaches(first, 'booked')
    await reaches(next, 'booked')
  })

  test('says while it is looked up why it waits', async () => {
    await begin(
      { kind: 'relation_deleted', times: 1 },
      { kind: 'http_error', status: 500, moment: 'before', operation: 'GetRelaties', times: 1 },
    )
    const invoice = await organization.invoice()
    await eventually(relation, (it) => it.state === 'missed' && it.attempts > 0)
    expect(await office.booking(invoice)).toMatchObject({ state: 'planned', cause: 'reported_as_missing' })
    expect((await relation()).cause).toBe('reported_as_missing')
  })
})

describe('an account that sales are booked on', () => {
  test('that is gone is a fact about the administration: everything waits, and goes on once it is back', async () => {
    await begin({ kind: 'account_missing' })
    const [first, next] = [await organization.invoice(), await organization.invoice()]
    const { paused_cause, next_test_at } = await eventually(connection, (it) => it.state === 'paused')
    expect(paused_cause).toBe('account_unknown')
    expect(next_test_at?.getTime()).toBeLessThanOrEqual(clock.now() + HOUR)
    for (const invoice of [first, next]) expect((await office.booking(invoice)).state).toBe('planned')
    expect(calls('AddMutatie')).toBe(1)
    sandbox.faults.clear()
    pass(HOUR + 1_000)
    await reaches(first, 'booked')
    await reaches(next, 'booked')
    expect((await connection()).state).toBe('active')
  })

  test('that is there, and for which one invoice is refused all the same, holds up only that one', async () => {
    await begin({ kind: 'refused', operation: 'AddMutatie', code: 'CMUT012', times: 2 })
    const refused = await organization.invoice()
    await eventually(connection, (it) => it.state === 'paused')
    pass(HOUR + 1_000)
    expect((await reaches(refused, 'rejected')).cause).toBe('refused_against_its_books')
    await reaches(await organization.invoice(), 'booked')
  })
})

describe('a closed period', () => {
  test('holds back what falls in it, is tried once a day, and everything goes when it is open again', async () => {
    await begin({ kind: 'period_closed' })
    const [first, next] = [await organization.invoice(), await organization.invoice()]
    expect((await reaches(first, 'rejected')).cause).toBe('period_closed')
    await reaches(next, 'rejected')
    const tried = calls('AddMutatie')
    pass(DAY + 1_000)
    await eventually(
      async () => calls('AddMutatie'),
      (count) => count > tried,
    )
    const again = await eventually(
      () => office.booking(next),
      ({ next_at }) => (next_at?.getTime() ?? 0) > clock.now() + HOUR,
    )
    expect(again.state).toBe('rejected')
    expect(calls('AddMutatie')).toBe(tried + 1)
    expect((await kinds()).filter((kind) => kind === 'invoice_not_booked')).toHaveLength(2)

    sandbox.faults.clear()
    pass(DAY + 1_000)
    await reaches(first, 'booked')
    await reaches(next, 'booked')
  })

  test('is mended for all of them by offering one again', async () => {
    await begin({ kind: 'period_closed' })
    const [first, next] = [await organization.invoice(), await organization.invoice()]
    const { id } = await reaches(next, 'rejected')
    await reaches(first, 'rejected')
    sandbox.faults.clear()
    await organization.within((tx) => retryBooking(tx, { bookingId: id, now: now(), by: 'support' }))
    await reaches(next, 'booked')
    await reaches(first, 'booked')
  })

  test('or by offering everything again that failed for it', async () => {
    await begin({ kind: 'period_closed' })
    const invoices = [await organization.invoice(), await organization.invoice()]
    for (const invoice of invoices) await reaches(invoice, 'rejected')
    sandbox.faults.clear()
    const retry = (cause: 'period_closed' | 'relation_missing') =>
      organization.within((tx) => retryBookingsOfCause(tx, { cause, now: now(), by: 'organization' }))
    expect(await retry('relation_missing')).toBe(null)
    expect(await retry('period_closed')).toBe(2)
    office.worker.wake()
    for (const invoice of invoices) await reaches(invoice, 'booked')
    expect((await kinds()).filter((kind) => kind === 'invoice_offered_again')).toHaveLength(2)
  })
})

describe('the monthly limit of reading mutations', () => {
  test('holds up what must be looked up, and nothing else', async () => {
    await begin(
      { kind: 'answer_lost', moment: 'after', operation: 'AddMutatie', times: 1 },
      { kind: 'call_limit' },
    )
    const lost = await organization.invoice()
    await reaches(lost, 'unknown')
    pass(6_000)
    const limited = await eventually(
      () => office.booking(lost),
      (it) => it.cause === 'look_up_limited',
    )
    expect(limited.next_at?.getTime()).toBeGreaterThan(clock.now())
    expect(await kinds()).toContain('invoice_waiting')
    await reaches(await organization.invoice(), 'booked')
    expect((await connection()).state).toBe('active')
    sandbox.faults.clear()
    pass(DAY + 1_000)
    await reaches(lost, 'booked')
    expect(office.mutations()).toHaveLength(2)
  })

  test('that meets writing too pauses the connection, which works again only when the limit is over', async () => {
    await begin({ kind: 'call_limit' }, { kind: 'refused', operation: 'AddMutatie', code: 'E003.1' })
    const invoice = await organization.invoice()
    const { paused_cause } = await eventually(connection, (it) => it.state === 'paused')
    expect(paused_cause).toBe('call_limit_reached')
    const tests = calls('GetGrootboekrekeningen')
    pass(DAY + 1_000)
    await eventually(
      async () => calls('GetGrootboekrekeningen'),
      (count) => count > tests,
    )
    await eventually(connection, (it) => (it.next_test_at?.getTime() ?? 0) > clock.now())
    expect((await connection()).state).toBe('paused')
    expect(await kinds()).not.toContain('connection_resumed')
    sandbox.faults.clear()
    pass(DAY + 1_000)
    await reaches(invoice, 'booked')
  })
})

test('a service that does not answer when Stella signs in was sent nothing, and that is what is said', async () => {
  for (const fault of [
    { kind: 'html_page', moment: 'before' },
    { kind: 'http_error', status: 503, moment: 'before' },
    { kind: 'soap_fault', moment: 'before' },
  ] as const) {
    await begin({ ...fault, operation: 'OpenSession', times: 1 })
    const invoice = await organization.invoice()
    await reaches(invoice, 'booked')
    const said = (await log()).filter(({ outcome }) => outcome === 'waiting').map((it) => it.parameters)
    expect(said.length, fault.kind).toBeGreaterThan(0)
    for (const parameters of said) expect(parameters).toMatchObject({ cause: 'sign_in_unanswered' })
    await office.close()
  }
  await begin()
})

test('a number that the service calls taken is told as what the service said', async () => {
  await begin({ kind: 'number_taken', times: 1 })
  const invoice = await organization.invoice()
  await reaches(invoice, 'conflict')
  const unknown = (await log()).find(({ kind }) => kind === 'invoice_outcome_unknown')
  expect(unknown?.parameters).toMatchObject({ cause: 'reported_as_existing' })
})
