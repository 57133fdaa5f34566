import { afterEach, beforeEach, expect, test } from 'vitest'
import { ScriptedBooks } from '../../testing/scripted-books.ts'
import { StoredLane } from '../../testing/stored-lane.ts'
import { systemChance } from '../ports/chance.ts'
import { readingOf } from '../ports/clock.ts'
import { silentLog } from '../ports/log.ts'
import { Claim } from './claim.ts'
import { sendBooking } from './send-booking.ts'
import { sendRelation } from './send-relation.ts'
import type { Turn } from './turn.ts'
import { UnknownOutcomes } from './unknown-outcomes.ts'
import { updateRelation } from './update-relation.ts'

let office: StoredLane
beforeEach(async () => {
  office = await StoredLane.open()
})
afterEach(() => office.close())

/** A turn in which nothing is written of what was seen, because a person changed it meanwhile. */
test.each([
  { work: 'send a booking', relation: 'present', meanwhile: { bookings: 'rejected' } },
  { work: 'add a relation', relation: 'planned', meanwhile: { relations: 'rejected' } },
  { work: 'update a relation', relation: 'outdated', meanwhile: { relations: 'present' } },
])('to $work that somebody changed meanwhile makes no call, and says nothing of the service', async (it) => {
  const id = await office.booking()
  await office.organization.within((tx) => tx.updateTable('relations').set({ state: it.relation }).execute())
  const { booking, connection } = await office.look()
  if (booking === null) throw new Error('The booking is not open.')
  const { bookings, relations } = it.meanwhile
  await office.organization.within(async (tx) => {
    if (bookings !== undefined)
      await tx.updateTable('bookings').set({ state: bookings }).where('id', '=', id).execute()
    if (relations !== undefined) await tx.updateTable('relations').set({ state: relations }).execute()
  })
  const books = new ScriptedBooks()
  const { clock } = office.organization
  const turn: Turn = {
    unknowns: new UnknownOutcomes(),
    claim: new Claim(office.lane, clock, readingOf(clock)),
    connection,
    books: books.open({ username: '', securityCode1: '', securityCode2: '' }),
    store: office.store,
    clock,
    chance: systemChance,
    log: silentLog,
  }
  const sent =
    bookings !== undefined
      ? sendBooking(turn, booking)
      : it.relation === 'planned'
        ? sendRelation(turn, booking.relation)
        : updateRelation(turn, booking.relation)
  expect(await sent).toEqual({ committed: 'superseded', health: null })
  expect(books.calls).toEqual(['OpenSession'])
})
