import { type TestDatabase, testDatabase } from '@stella/database/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LinkedOrganization, testSeal } from '../../testing/linked-organization.ts'
import { ScriptedBooks } from '../../testing/scripted-books.ts'
import { isCauseCode } from '../causes/causes.ts'
import { newDelivery } from '../deliveries/delivery.ts'
import { chooseWork } from '../engine/choose-work.ts'
import { firstBooking, waitOverAt } from '../engine/first-booking.ts'
import { systemClock } from '../ports/clock.ts'
import type { LaneView } from '../ports/store.ts'
import type { RelationState } from '../relations/relation-states.ts'
import { lookAhead, lookAtLane, lookForWork } from './look-at-lane.ts'

const NOW = Date.UTC(2026, 10, 23, 12)
const MINUTE = 60_000

let db: TestDatabase
let organization: LinkedOrganization
/** In order of number. */
const bookings: { id: string; relationId: string }[] = []

beforeAll(async () => {
  db = await testDatabase()
  const openBooks = new ScriptedBooks({}).open
  organization = await LinkedOrganization.create(db, { clock: systemClock, seal: testSeal(), openBooks })
  for (let count = 0; count < 4; count += 1) {
    const customerId = await organization.addCustomer({ name: `Klant ${count}` })
    const { id, relation_id } = await organization.booking(await organization.invoice({ customerId }))
    bookings.push({ id, relationId: relation_id })
  }
})
afterAll(() => db.close())

const waits = {
  nextAt: fc.constantFrom(null, NOW - MINUTE, NOW, NOW + MINUTE, NOW + 2 * MINUTE),
  lookUps: fc.constantFrom(0, 1),
  cause: fc.constantFrom(null, 'no_answer'),
}
const rows = fc.array(
  fc.record({
    state: fc.constantFrom('planned', 'unknown', 'rejected'),
    ...waits,
    relation: fc.record({ state: fc.constantFrom('present', 'planned', 'unknown', 'rejected'), ...waits }),
  }),
  { minLength: 4, maxLength: 4 },
)
type Row = typeof rows extends fc.Arbitrary<(infer One)[]> ? One : never

const columns = ({ state, nextAt, lookUps, cause }: Row['relation'] | Omit<Row, 'relation'>) => ({
  state,
  next_at: nextAt === null ? null : new Date(nextAt),
  look_ups: lookUps,
  cause,
})

async function write(drawn: readonly Row[]): Promise<void> {
  await organization.within(async (tx) => {
    for (const [index, { relation, ...booking }] of drawn.entries()) {
      const { id = '', relationId = '' } = bookings[index] ?? {}
      await tx.updateTable('bookings').set(columns(booking)).where('id', '=', id).execute()
      await tx.updateTable('relations').set(columns(relation)).where('id', '=', relationId).execute()
    }
  })
}

function openOf(drawn: readonly Row[]) {
  return drawn.flatMap(({ relation, ...booking }, index) => {
    if (booking.state === 'rejected') return []
    return [
      {
        id: bookings[index]?.id,
        state: booking.state as 'planned' | 'unknown',
        delivery: deliveryFrom(booking),
        relation: { state: relation.state as RelationState, delivery: deliveryFrom(relation) },
      },
    ]
  })
}

function deliveryFrom({ nextAt, lookUps, cause }: Pick<Row, 'nextAt' | 'lookUps' | 'cause'>) {
  return { ...newDelivery, nextAt, lookUps, cause: isCauseCode(cause) ? cause : null }
}

const workIn = (view: LaneView | null) => (view === null ? null : chooseWork(view, NOW))

test('a look for the next piece of work alone, and one ahead, choose what a look at everything chooses', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.boolean(), fc.boolean(), async (drawn, isUnderWay, settlesFormer) => {
      await write(drawn)
      await organization.within(async (tx) => {
        await tx.updateTable('connections').set({ settles_former: settlesFormer }).execute()
        // A change of its details under way: the relation stands in the books meanwhile.
        const claimed = { state: 'updating', claim: 1n, next_at: null }
        if (isUnderWay)
          await tx
            .updateTable('relations')
            .set(claimed)
            .where('id', '=', bookings[3]?.relationId ?? '')
            .execute()
        const all = await lookAtLane(tx, NOW)
        expect(workIn(await lookForWork(tx, NOW))).toEqual(workIn(all))
        const { booksId = '' } = all?.connection ?? {}
        const ahead = await lookAhead(tx, { booksId, now: NOW, past: crypto.randomUUID() })
        if (ahead !== null && !settlesFormer)
          expect(workIn(all)).toEqual({ kind: 'send_booking', booking: ahead })
      })
    }),
    { numRuns: 150 },
  )
})

test('PostgreSQL and the engine choose the same booking, and wake up for it at the same moment', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (drawn) => {
      await write(drawn)
      const view = await organization.within((tx) => lookAtLane(tx, NOW))
      const open = openOf(drawn)
      expect(view?.booking?.id ?? null).toBe(firstBooking(open, NOW)?.id ?? null)
      expect(view?.waitOverAt).toBe(waitOverAt(open, NOW))
    }),
    { numRuns: 150 },
  )
})
