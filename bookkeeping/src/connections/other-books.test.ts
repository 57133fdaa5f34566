import { setTimeout as delay } from 'node:timers/promises'
import type { AdministrationAccess } from '@stella/e-boekhouden-sandbox'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { EngineAtSandbox } from '../../testing/engine-at-sandbox.ts'
import { eventually } from '../../testing/eventually.ts'
import { retryBooking } from '../bookings/retry-booking.ts'
import { eBoekhoudenAt } from '../books/e-boekhouden-books.ts'
import type { BooksDecision } from './books-question.ts'
import { disconnect } from './disconnect.ts'

let office: EngineAtSandbox
let other: AdministrationAccess
beforeEach(async () => {
  office = await EngineAtSandbox.startForSilence({ duplicateInvoiceNumbers: 'accepted' })
  other = office.sandbox.addAdministration({ username: 'beheer-51c9d2', company: 'Van Dijk Beheer B.V.' })
})
afterEach(() => office.close())

const codesOf = ({ username, code1, code2 }: AdministrationAccess) => ({
  username,
  securityCode1: code1,
  securityCode2: code2,
})
const openBooks = () => eBoekhoudenAt(office.sandbox.soapUrl, { totalTimeoutMs: 2_000 })
const enter = (access: AdministrationAccess, decision: BooksDecision | null = null) =>
  office.organization.link(openBooks(), codesOf(access), decision)
const linked = async () => (await office.organization.connection()).books_id

/** Enters the codes of other books, and decides to go over to them. */
async function switchTo(access: AdministrationAccess) {
  const from = await linked()
  const result = await enter(access, { choice: 'switch', from, accepted: [], by: 'Anna' })
  office.worker.wake()
  return result
}

const mutationsIn = (access: AdministrationAccess) => office.sandbox.books(access.guid).mutations
const relationsIn = (access: AdministrationAccess) => office.sandbox.books(access.guid).relations
const first = () => office.sandbox.administration
const secrets = async () =>
  (await office.db.database('owner').pool.query('select books_id from connection_secrets')).rows

describe('codes of other books', () => {
  test('change nothing until somebody decided, and say what stands where', async () => {
    const booked = await office.organization.invoice()
    await office.reaches(booked, 'booked')
    const before = await office.organization.connection()
    expect(await enter(other)).toEqual({ ok: false, refusal: null })
    expect(await office.organization.compare(openBooks(), codesOf(other))).toMatchObject({
      ok: true,
      question: {
        verdict: 'other',
        warnings: [],
        comparison: { administration: 'other', mark: 'other', code2: 'other' },
        current: {
          isLinked: true,
          facts: { booked: { count: 1 }, waitingCount: 0, unknownCount: 0 },
        },
        offered: { name: 'Van Dijk Beheer B.V.', before: null },
      },
    })
    expect(await office.organization.connection()).toEqual(before)
    expect(await secrets()).toHaveLength(1)
  })

  test('leave what is booked where it is, and book what comes next in the new books', async () => {
    const stays = await office.organization.invoice()
    await office.reaches(stays, 'booked')
    expect(await switchTo(other)).toMatchObject({ ok: true, event: 'books_changed' })
    const goes = await office.organization.invoice()
    await office.reaches(goes, 'booked')
    expect(mutationsIn(first())).toHaveLength(1)
    expect(mutationsIn(other)).toHaveLength(1)
    expect(relationsIn(other)).toHaveLength(1)
    office.clock.advance(24 * 60 * 60 * 1_000)
    office.worker.wake()
    await office.reaches(goes, 'verified')
    expect((await office.booking(stays)).state).toBe('booked')
    expect(await office.organization.activityKinds()).toContain('connection_books_changed')
  })

  test('take along what waits, and begin it anew there', async () => {
    const fault = office.sandbox.faults.add({ kind: 'http_error', status: 503, operation: 'OpenSession' })
    await office.sandbox.changePassword(first().guid)
    const waits = await office.organization.invoice()
    office.sandbox.faults.remove(fault)
    await switchTo(other)
    await office.reaches(waits, 'booked')
    expect(mutationsIn(first())).toHaveLength(0)
    expect(mutationsIn(other)).toHaveLength(1)
  })

  test('that nobody decided about yet are asked about again when others were linked meanwhile', async () => {
    const from = await linked()
    const third = office.sandbox.addAdministration({ username: 'derde-77a0' })
    await switchTo(third)
    expect(await enter(other, { choice: 'switch', from, accepted: [], by: null })).toMatchObject({
      ok: false,
      refusal: null,
    })
  })
})

test('codes of an accountant’s office are named as such, and link nothing before that is accepted', async () => {
  const clients = [first().guid, other.guid]
  const kantoor = office.sandbox.addAdministration({ company: 'Kantoor Bos', accountant: true, clients })
  const compared = await office.organization.compare(openBooks(), codesOf(kantoor))
  expect(compared).toMatchObject({ ok: true, question: { warnings: ['accountant_office'] } })
  const from = await linked()
  const decision = { choice: 'switch', from, accepted: [], by: null } as const
  expect(await enter(kantoor, decision)).toMatchObject({ ok: false, refusal: null })
  expect(await linked()).toBe(from)
  const accepted = { ...decision, accepted: ['accountant_office'] as const }
  expect(await enter(kantoor, accepted)).toMatchObject({ ok: true, event: 'books_changed' })
})

describe('an outcome that is unknown in the books of before', () => {
  test('is looked up there, found, and stays; then the codes of before are forgotten', async () => {
    office.sandbox.faults.add({ kind: 'answer_lost', moment: 'after', operation: 'AddMutatie', times: 1 })
    const lost = await office.organization.invoice()
    await office.reaches(lost, 'unknown')
    await switchTo(other)
    await office.settle(lost)
    expect(mutationsIn(first())).toHaveLength(1)
    expect(mutationsIn(other)).toHaveLength(0)
    await eventually(secrets, (rows) => rows.length === 1)
  })

  test('is not sent to other books when it is certainly not there, before somebody offers it again', async () => {
    office.sandbox.faults.add({ kind: 'no_answer', moment: 'before', operation: 'AddMutatie', times: 1 })
    const lost = await office.organization.invoice()
    await office.reaches(lost, 'unknown')
    await switchTo(other)
    await runUntil(lost, 'rejected')
    expect(await office.booking(lost)).toMatchObject({ cause: 'absent_in_former_books' })
    expect(mutationsIn(other)).toHaveLength(0)
    await retry(lost)
    await office.reaches(lost, 'booked')
    expect(mutationsIn(first())).toHaveLength(0)
    expect(mutationsIn(other)).toHaveLength(1)
  })

  test('asks a person when nobody can look there any more', async () => {
    office.sandbox.faults.add({ kind: 'no_answer', moment: 'before', operation: 'AddMutatie', times: 1 })
    const lost = await office.organization.invoice()
    await office.reaches(lost, 'unknown')
    const now = new Date(office.clock.now())
    await office.organization.within((tx) => disconnect(tx, { now }))
    await switchTo(other)
    await runUntil(lost, 'conflict')
    expect(await office.booking(lost)).toMatchObject({ cause: 'former_books_closed' })
    expect(await retry(lost)).toBe('not_retryable')
    expect((await office.organization.connection()).state).toBe('active')
  })
})

test('the codes of before come back to the same books, with all that stands there', async () => {
  const booked = await office.organization.invoice()
  await office.reaches(booked, 'booked')
  const home = await linked()
  await switchTo(other)
  expect(await switchTo(first())).toMatchObject({ ok: true, event: 'books_changed' })
  expect(await linked()).toBe(home)
  const again = await office.organization.invoice()
  await office.reaches(again, 'booked')
  expect(relationsIn(first())).toHaveLength(1)
  expect(mutationsIn(first())).toHaveLength(2)
})

test('a new password opens the same books, and nobody is asked', async () => {
  await office.reaches(await office.organization.invoice(), 'booked')
  const access = office.sandbox.changePassword(first().guid)
  expect(await enter(access)).toMatchObject({ ok: true, event: 'codes_replaced' })
})

test('what was booked once is not sent again by a retry, also when somebody deleted it', async () => {
  const booked = await office.organization.invoice()
  await office.reaches(booked, 'booked')
  const set = { state: 'conflict', cause: 'missing_in_books' }
  await office.organization.within((tx) => tx.updateTable('bookings').set(set).execute())
  const { pool } = office.db.database('owner')
  const { rows } = await pool.query('update bookings set mutation_number = 9999 returning id')
  await pool.query(`update bookings set invoice_number = invoice_number,
    mutation = jsonb_set(mutation, '{invoiceNumber}', '"2026-9999"')`)
  expect(rows).toHaveLength(1)
  await retry(booked)
  await runUntil(booked, 'conflict')
  expect(await office.booking(booked)).toMatchObject({ cause: 'missing_in_books' })
  expect(mutationsIn(first())).toHaveLength(1)
  await expect(pool.query(`update bookings set state = 'planned'`)).rejects.toThrow('check constraint')
})

async function retry(invoiceId: string) {
  const { id } = await office.booking(invoiceId)
  const now = new Date(office.clock.now())
  const retried = await office.organization.within((tx) =>
    retryBooking(tx, { bookingId: id, now, by: 'organization' }),
  )
  office.worker.wake()
  return retried
}

/** Lets the time of day run on until an invoice is in a state. */
async function runUntil(invoiceId: string, state: string): Promise<void> {
  await eventually(
    async () => {
      office.clock.advance(30_000)
      office.worker.wake()
      await delay(20)
      return office.booking(invoiceId)
    },
    (it) => it.state === state,
  )
}
