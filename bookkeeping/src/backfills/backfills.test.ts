import { findBackfill } from '@stella/database'
import { parsePlainDate } from '@stella/invoicing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { EngineAtSandbox } from '../../testing/engine-at-sandbox.ts'
import { eventually } from '../../testing/eventually.ts'
import { eBoekhoudenAt } from '../books/e-boekhouden-books.ts'
import { disconnect } from '../connections/disconnect.ts'
import { silentLog } from '../ports/log.ts'
import { backfillOf } from './backfill-view.ts'
import { type BackfillChoice, confirmBackfill } from './confirm-backfill.ts'
import { requestBackfill } from './request-backfill.ts'
import { runBackfills } from './run-backfills.ts'
import { dropBackfill, resumeBackfill, stopBackfill } from './stop-backfill.ts'

let engine: EngineAtSandbox
beforeEach(async () => {
  engine = await EngineAtSandbox.start()
})
afterEach(() => engine.close())

const by = 'Wessel de Wilg'
const now = () => new Date(engine.clock.now())
const within: EngineAtSandbox['organization']['within'] = (work) => engine.organization.within(work)

/** So many invoices that became final between two links; gives their ids and numbers, oldest first. */
async function finalWithoutLink(count: number) {
  await within((tx) => disconnect(tx, { now: now() }))
  const made: { id: string; number: string }[] = []
  for (let at = 0; at < count; at += 1) {
    const id = await engine.organization.draft()
    made.push({ id, number: await engine.organization.finalize(id) })
  }
  return made
}

const linkAnew = () => engine.organization.link(eBoekhoudenAt(engine.sandbox.soapUrl), engine.codes)

/** Goes over to other books. */
async function linkOthers(books: { used?: boolean } = {}) {
  const other = engine.sandbox.addAdministration(books)
  const codes = { username: other.username, securityCode1: other.code1, securityCode2: other.code2 }
  const { books_id: from } = await engine.organization.connection()
  const decision = { choice: 'switch', from, accepted: [], by: null } as const
  const linked = await engine.organization.link(eBoekhoudenAt(engine.sandbox.soapUrl), codes, decision)
  expect(linked.ok).toBe(true)
  return other
}

/** An invoice of finalWithoutLink(), entered by hand; its 125.00 at 9 % where nothing else is said. */
function enterByHand(invoiceNumber: string, amountExcl = '125.00') {
  const person = engine.sandbox.bookkeeper()
  if (engine.sandbox.books().relations.length === 0) person.addRelation({ code: 'ZWAAN', name: 'De Zwaan' })
  return person.bookMutation({
    kind: 'FactuurVerstuurd',
    date: '2026-11-22',
    account: '1300',
    relationCode: 'ZWAAN',
    invoiceNumber,
    lines: [{ amountExcl, vatCode: 'LAAG_VERK_9', ledgerAccount: '8000' }],
  })
}

async function readPlan() {
  const asked = { fromDay: parsePlainDate('2026-10-01'), by, now: now() }
  expect(await within((tx) => requestBackfill(tx, asked))).toBeNull()
  engine.worker.wake()
  const view = await eventually(
    () => within((tx) => backfillOf(tx, now())),
    (it) => it?.backfill.state === 'ready',
  )
  if (view?.planned == null) throw new Error('There is no plan.')
  return view.planned
}

const all = { book: true, adopt: true, skipped: [], alsoAdopt: [], relations: [] }
const confirm = (choice: BackfillChoice) => within((tx) => confirmBackfill(tx, { choice, by, now: now() }))

/** One look at what runs, as one process makes it; with what it plans waiting for the engine. */
async function look() {
  engine.clock.advance(3_000)
  const parts = {
    app: engine.db.database('stella_app'),
    worker: engine.db.database('stella_worker'),
    clock: engine.clock,
    log: silentLog,
    wake: () => engine.worker.wake(),
  }
  await runBackfills(parts, new AbortController().signal)
}

const stateOf = async () => (await within(findBackfill))?.state
const progress = async () => (await within((tx) => backfillOf(tx, now())))?.progress

/** Looks until it is no longer running. */
async function runToEnd() {
  for (;;) {
    await look()
    if ((await stateOf()) !== 'running') return
    await eventually(progress, (it) => it?.waiting === 0)
  }
}

describe('old invoices and books that are used already', () => {
  test('a dry run says what stands there, and what is confirmed is booked once, on the relation that is there', async () => {
    const [entered, otherwise, missing] = await finalWithoutLink(3)
    enterByHand(entered?.number ?? '')
    const differs = enterByHand(otherwise?.number ?? '', '124.00')
    await linkAnew()
    const { plan, revision } = await readPlan()
    expect(plan).toMatchObject({
      book: [{ invoiceId: missing?.id }],
      adopt: [{ invoice: { invoiceId: entered?.id } }],
      differing: [
        { invoice: { invoiceId: otherwise?.id }, mutation: { number: differs }, unlike: ['amount'] },
      ],
    })
    expect(engine.mutations()).toHaveLength(2)
    expect(await confirm({ ...all, revision })).toBeNull()
    await runToEnd()
    expect(await progress()).toMatchObject({ total: 2, adopted: 1, booked: 1, failed: 0, refused: 0 })
    expect(
      engine.mutations().map(({ invoiceNumber, relationCode }) => [invoiceNumber, relationCode]),
    ).toEqual([
      [entered?.number, 'ZWAAN'],
      [otherwise?.number, 'ZWAAN'],
      [missing?.number, 'ZWAAN'],
    ])
    expect(engine.sandbox.books().relations).toHaveLength(1)
    expect((await engine.booking(entered?.id ?? '')).state).toBe('adopted')
    expect(await engine.organization.activityKinds()).toEqual(
      expect.arrayContaining(['backfill_confirmed', 'invoice_adopted', 'invoice_booked', 'backfill_done']),
    )
    // What differs is still nobody's but a person's, and is offered again.
    expect((await readPlan()).plan).toMatchObject({
      book: [],
      adopt: [],
      differing: [{ unlike: ['amount'] }],
    })
  })

  test('of two who confirm the same, one does; and what changed meanwhile is looked at anew', async () => {
    const [first] = await finalWithoutLink(2)
    enterByHand('elders')
    await linkAnew()
    const { revision } = await readPlan()
    expect(await confirm({ ...all, revision: 'another' })).toBe('backfill_changed')
    expect(await confirm({ ...all, revision, book: false })).toBe('backfill_empty')
    const both = await Promise.all([confirm({ ...all, revision }), confirm({ ...all, revision })])
    expect(both.toSorted()).toEqual(['backfill_changed', null])
    await runToEnd()
    expect(await progress()).toMatchObject({ total: 2, booked: 2 })
    expect(engine.mutations().filter(({ invoiceNumber }) => invoiceNumber === first?.number)).toHaveLength(1)
  })

  test('goes on where a process died, books nothing twice, and never has more than five on their way', async () => {
    const invoices = await finalWithoutLink(12)
    enterByHand('elders')
    await linkAnew()
    const { revision } = await readPlan()
    await engine.worker.stop()
    expect(await confirm({ ...all, revision })).toBeNull()
    for (let at = 0; at < 3; at += 1) await look()
    expect(await progress()).toMatchObject({ total: 12, waiting: 5, booked: 0 })
    // Whoever planned these five is gone; so is the worker that was to send them.
    engine.restartWorker()
    await runToEnd()
    expect(await progress()).toMatchObject({ booked: 12, waiting: 0 })
    const numbers = engine.mutations().map(({ invoiceNumber }) => invoiceNumber)
    expect(numbers).toEqual(['elders', ...invoices.map(({ number }) => number)])
  })

  test('stops when somebody says so, goes on, and is ended with the rest left out', async () => {
    await finalWithoutLink(7)
    enterByHand('elders')
    await linkAnew()
    const { revision } = await readPlan()
    await confirm({ ...all, revision })
    await look()
    await eventually(progress, (it) => it?.booked === 5)
    const said = () => ({ by, now: now() })
    expect(await within((tx) => stopBackfill(tx, said()))).toBeNull()
    await look()
    expect(await progress()).toMatchObject({ booked: 5, waiting: 0 })
    expect(await within((tx) => stopBackfill(tx, said()))).toBe('backfill_changed')
    const asked = { fromDay: parsePlainDate('2026-10-01'), by, now: now() }
    expect(await within((tx) => requestBackfill(tx, asked))).toBe('backfill_running')
    expect(await within((tx) => resumeBackfill(tx, said()))).toBeNull()
    expect(await stateOf()).toBe('running')
    await within((tx) => stopBackfill(tx, said()))
    expect(await within((tx) => dropBackfill(tx, said()))).toBeNull()
    expect(engine.mutations()).toHaveLength(6)
    expect((await readPlan()).plan.book).toHaveLength(2)
  })

  test('of 30,000 mutations and 8,000 relations are read in a few calls, and who is who is sure or asked', async () => {
    await within((tx) => disconnect(tx, { now: now() }))
    const customers = {
      known: { name: 'Camping De Vledders', kvkNumber: '10000100' },
      family: { kind: 'person', name: 'Fam. Jansen', kvkNumber: null },
      ofGroup: { name: 'Groep B.V.', vatNumber: 'NL123456782B90', kvkNumber: null },
      unknown: { name: 'Nieuwe Klant B.V.', kvkNumber: null },
    } as const
    const ids = new Map<string, string>()
    for (const [who, content] of Object.entries(customers)) {
      const customerId = await engine.organization.addCustomer(content)
      ids.set(customerId, who)
      await engine.organization.finalize(await engine.organization.draft({ customerId }))
    }
    const used = await linkOthers({ used: true })
    const { customers: matched, plan, revision } = await readPlan()
    expect(plan.book).toHaveLength(4)
    const seen = matched.map(({ match }) => [
      ids.get(match.customerId),
      match.kind === 'asked' ? match.candidates.length : match.kind,
    ])
    expect(Object.fromEntries(seen)).toEqual({ known: 'sure', family: 40, ofGroup: 12, unknown: 'new' })
    const { calls, mutations_read: read } = (await within(findBackfill)) ?? { calls: 0, mutations_read: 0 }
    expect(read).toBeGreaterThan(500)
    expect(calls).toBeLessThanOrEqual(Math.ceil(read / 500) + 5)
    expect(await confirm({ ...all, revision })).toBe('backfill_undecided')
    const relations = matched.flatMap(({ match }) =>
      match.kind === 'asked'
        ? [{ customerId: match.customerId, relationId: match.candidates[3]?.relation.id ?? null }]
        : [],
    )
    expect(await confirm({ ...all, revision, relations })).toBeNull()
    await runToEnd()
    const books = engine.sandbox.books(used.guid)
    expect(books.relations).toHaveLength(8_001)
    expect(books.mutations.slice(30_000).map(({ relationCode }) => relationCode)).toEqual([
      'R00100',
      'R00004',
      'R00044',
      expect.stringMatching(/^S/),
    ])
  })

  test.each(['before it is confirmed', 'while it runs'])(
    'is void once other books are linked, %s',
    async (when) => {
      await finalWithoutLink(7)
      enterByHand('elders')
      await linkAnew()
      const { revision } = await readPlan()
      if (when === 'while it runs') {
        await confirm({ ...all, revision })
        await look()
        await eventually(progress, (it) => it?.booked === 5)
      }
      const other = await linkOthers()
      expect((await within((tx) => backfillOf(tx, now())))?.isVoid).toBe(true)
      expect(await confirm({ ...all, revision })).toBe('backfill_changed')
      await look()
      expect(await stateOf()).toBe(when === 'while it runs' ? 'void' : 'ready')
      expect(engine.sandbox.books(other.guid).mutations).toEqual([])
      expect(engine.mutations()).toHaveLength(when === 'while it runs' ? 6 : 1)
    },
  )
})
