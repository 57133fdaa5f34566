import { afterEach, beforeEach, expect, test } from 'vitest'
import { ScriptedBooks } from '../../testing/scripted-books.ts'
import { noon, StoredLane } from '../../testing/stored-lane.ts'
import { systemChance } from '../ports/chance.ts'
import { type Clock, readingOf } from '../ports/clock.ts'
import { silentLog } from '../ports/log.ts'
import { QUARANTINE_MS } from '../retries/absence.ts'
import { Claim } from './claim.ts'
import { lookUpBooking } from './look-up-booking.ts'
import type { Turn } from './turn.ts'
import { UnknownOutcomes } from './unknown-outcomes.ts'

let office: StoredLane
beforeEach(async () => {
  office = await StoredLane.open()
})
afterEach(() => office.close())

/** The look-up is asked a second before the quarantine ends, and answered ten seconds later. */
const ASKED = noon + QUARANTINE_MS - 1_000
const ANSWERED = ASKED + 10_000

test.each([
  { said: 'that is not there', absentSince: null, byHand: false },
  { said: 'that was not there a moment ago', absentSince: ASKED - 55_000, byHand: false },
  { said: 'that people booked as well', absentSince: null, byHand: true },
])('what a look-up says $said is judged by when it was asked, not by when the answer came', async (it) => {
  const id = await office.booking()
  const claim = office.lane.token
  await office.must({ id, from: 'planned', event: 'claimed', change: { claim } })
  const lost = { lastByteAt: noon, attempts: 1, absentSince: it.absentSince } as const
  await office.must({ id, from: 'sending', event: 'lost', claim, change: lost })
  const { booking, connection } = await office.look(ASKED)
  if (booking === null) throw new Error('The booking is not open.')
  const books = new ScriptedBooks()
  let now = ASKED
  const clock: Clock = { ...office.organization.clock, now: () => now, monotonic: () => now }
  const scripted = books.open({ username: '', securityCode1: '', securityCode2: '' })
  if (it.byHand) books.administration.addMutation({ ...booking.mutation, reference: 'by hand' }, noon, 'hand')
  const unknowns = new UnknownOutcomes()
  unknowns.seen({ ...(await office.look(noon)), connection, booking }, noon)
  const turn: Turn = {
    unknowns,
    claim: new Claim(office.lane, office.organization.clock, readingOf(office.organization.clock)),
    connection,
    books: {
      ...scripted,
      findMutations: async (number, signal) => {
        const answer = await scripted.findMutations(number, signal)
        now = ANSWERED
        return answer
      },
    },
    store: office.store,
    clock,
    chance: systemChance,
    log: silentLog,
  }
  await lookUpBooking(turn, booking)
  const after = await office.organization.within((tx) =>
    tx.selectFrom('bookings').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  )
  expect(after.state).toBe('unknown')
  if (it.absentSince === null) expect(after.absent_since).toBe(null)
})
