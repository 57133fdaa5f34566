import { setTimeout as delay } from 'node:timers/promises'
import { type TestDatabase, testDatabase } from '@stella/database/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomFrom } from '../../simulation/random.ts'
import { keptBooks } from '../../src/books/kept-books.ts'
import { startEngine, type Worker } from '../../src/engine/worker.ts'
import { type Clock, systemClock } from '../../src/ports/clock.ts'
import { silentLog } from '../../src/ports/log.ts'
import { postgresStore } from '../../src/postgres/postgres-store.ts'
import { testSeal } from '../linked-organization.ts'
import { type Cell, cells } from './cells.ts'
import { type CellOffice, mend, openOffice, Services, stateOf } from './office.ts'
import { type Mishap, TroubledStore } from './troubled-store.ts'

const SEED = Number(process.env.CELLS_SEED ?? Math.floor(Math.random() * 1_000_000_000))
/** Opened at the same time; more would only wait for connections of the pool. */
const OPENED_AT_ONCE = 8
const STEP_MS = 60_000
/** All of them take minutes: every run takes others, and `CELLS=all` takes them all, one lot after another. */
const isWhole = process.env.CELLS === 'all'
/** Workers that stand still keep their slots, so at the same time there are no more than the engine bears. */
const CELLS_OF_A_LOT = 90
/** Never reached by lots that go on, on a machine however busy. */
const LONGEST_MS = 600_000

let db: TestDatabase
let services: Services
let shift = 0
const clock: Clock = {
  now: () => Math.round(systemClock.now() + shift),
  monotonic: () => systemClock.monotonic() + shift,
  sleep: systemClock.sleep,
}

beforeAll(async () => {
  db = await testDatabase()
  services = await Services.start(() => new Date(clock.now()))
})
afterAll(async () => {
  await services.close()
  await db.close()
})

const shuffled = drawn(cells)
const lots = Array.from({ length: isWhole ? Math.ceil(cells.length / CELLS_OF_A_LOT) : 1 }, (_, index) =>
  shuffled.slice(index * CELLS_OF_A_LOT, (index + 1) * CELLS_OF_A_LOT),
)

test('the table has at least 400 cells, each with a name of its own', () => {
  expect(cells.length).toBeGreaterThanOrEqual(400)
  expect(new Set(cells.map((cell) => cell.name)).size).toBe(cells.length)
})

test.each(lots.map((chosen) => ({ chosen, count: chosen.length })))(
  '$count cells of fault and point on PostgreSQL: booked once, in order, read back equal',
  async ({ chosen }) => {
    console.log(`${chosen.length} of ${cells.length} directed cells, seed ${SEED}`)
    const seal = testSeal()
    const offices = await openAll(chosen, { db, services, clock, seal })
    const mishaps = new Map<string, Mishap>()
    for (const { cell, organization } of offices)
      if (cell.mishap !== null) mishaps.set(organization.id, cell.mishap)
    const database = db.database('stella_worker')
    const troubled = new TroubledStore(postgresStore(database), mishaps)
    const worker = startEngine({
      store: troubled.store,
      books: keptBooks({ database, seal, openBooks: services.openBooks, clock }),
      clock,
      chance: { ...randomFrom(SEED), id: () => crypto.randomUUID() },
      log: silentLog,
      pollEveryMs: 50,
    })
    try {
      await settle(offices, troubled, worker)
    } finally {
      troubled.wakeSleepers(Number.POSITIVE_INFINITY)
      await worker.stop()
    }
    const wrong: string[] = []
    for (const office of offices) wrong.push(...(await checkOffice(office)))
    expect(wrong, `npm run cells -- --seeds 1 --seed ${SEED}: ${wrong.slice(0, 3).join(' | ')}`).toEqual([])
    expect(troubled.happened).toBeGreaterThan(mishaps.size * 0.7)
  },
)

/** In another order every time; the seed that is printed gives the same again. */
function drawn(all: readonly Cell[]): Cell[] {
  const random = randomFrom(SEED, 'cells')
  const ranked = all.map((cell) => ({ cell, rank: random.fraction() }))
  return ranked.sort((left, right) => left.rank - right.rank).map(({ cell }) => cell)
}

async function openAll(all: readonly Cell[], parts: Parameters<typeof openOffice>[1]): Promise<CellOffice[]> {
  const offices: CellOffice[] = []
  const left = [...all]
  const openSome = async () => {
    for (let cell = left.shift(); cell !== undefined; cell = left.shift())
      offices.push(await openOffice(cell, parts))
  }
  await Promise.all(Array.from({ length: OPENED_AT_ONCE }, openSome))
  return offices
}

/** Lets the time of day run on whenever nothing is under way, until every invoice has come to its end. */
async function settle(
  offices: readonly CellOffice[],
  troubled: TroubledStore,
  worker: Worker,
): Promise<void> {
  const until = systemClock.monotonic() + LONGEST_MS
  const conflicts = offices.filter((it) => it.cell.ends === 'conflict').length
  while (systemClock.monotonic() < until) {
    await delay(20)
    const { busy, open, stuck } = await progress(offices.map(({ organization }) => organization.id))
    if (busy.some((id) => !troubled.abandoned.has(id))) continue
    for (const office of offices) {
      if (office.rules.length > 0 && stuck.has(office.organization.id))
        await mend(office, services, new Date(clock.now()))
    }
    if (open === 0 && stuck.size <= conflicts && troubled.asleep === 0) return
    troubled.wakeSleepers(troubled.round)
    troubled.round += 1
    shift += STEP_MS
    worker.wake()
  }
}

/** Lanes that are held or due, bookings on their way, and organizations that need a person. */
async function progress(ids: readonly string[]) {
  const now = new Date(clock.now())
  const { kysely } = db.database('owner')
  const lanes = await kysely
    .selectFrom('booking_lanes')
    .select('organization_id')
    .where('organization_id', 'in', ids)
    .where((eb) => eb.or([eb('leased_by', 'is not', null), eb('next_at', '<=', now)]))
    .execute()
  const bookings = await kysely
    .selectFrom('bookings')
    .select(['organization_id', 'state'])
    .where('organization_id', 'in', ids)
    .where('state', '!=', 'verified')
    .execute()
  const paused = await kysely
    .selectFrom('connections')
    .select('organization_id')
    .where('organization_id', 'in', ids)
    .where('state', '=', 'paused')
    .execute()
  const failed = bookings.filter((it) => it.state === 'rejected' || it.state === 'conflict')
  return {
    busy: lanes.map((it) => it.organization_id),
    open: bookings.length - failed.length,
    stuck: new Set([...failed, ...paused].map((it) => it.organization_id)),
  }
}

async function checkOffice(office: CellOffice): Promise<string[]> {
  const { cell, access, organization } = office
  const { bookings } = await stateOf(office)
  const books = services.sandboxOf(cell).books(access.guid)
  const wrong: string[] = []
  for (const [index, booking] of bookings.entries()) {
    const ends = index === 0 ? cell.ends : 'verified'
    const found = books.mutations.filter((it) => it.invoiceNumber === booking.invoice_number)
    if (booking.state !== ends) wrong.push(`${booking.invoice_number} is ${booking.state} (${booking.cause})`)
    if (found.length !== 1) wrong.push(`${booking.invoice_number} stands ${found.length} times in the books`)
    if (ends === 'verified' && Number(booking.mutation_number) !== found[0]?.number)
      wrong.push(`${booking.invoice_number} has another number in the books`)
  }
  if (books.relations.length !== 1) wrong.push(`${books.relations.length} relations`)
  const kinds = await organization.activityKinds()
  const outcomes = kinds.filter((kind) => kind === 'invoice_booked' || kind === 'invoice_recognised')
  if (outcomes.length < (cell.ends === 'verified' ? 2 : 1)) wrong.push(`${outcomes.length} in the log`)
  return wrong.map((it) => `${cell.name}: ${it}`)
}
