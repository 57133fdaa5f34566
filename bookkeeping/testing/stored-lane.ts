import { type TestDatabase, testDatabase } from '@stella/database/testing'
import { type Clock, type Instant, systemClock } from '../src/ports/clock.ts'
import { type Notices, noNotices } from '../src/ports/notices.ts'
import type { BookingStepTaken, Commit, Committed, Lane, LaneView, Store } from '../src/ports/store.ts'
import { postgresStore } from '../src/postgres/postgres-store.ts'
import { LinkedOrganization, testSeal } from './linked-organization.ts'
import { ScriptedBooks } from './scripted-books.ts'

/** When everything in these tests begins. */
export const noon: Instant = Date.parse('2026-11-22T12:00:00Z')
export const SECOND = 1_000
export const HOUR = 3_600 * SECOND

/** A linked organization as the store of a worker sees it, with its lane taken. Its time of day stands at noon. */
export class StoredLane {
  readonly db: TestDatabase
  readonly organization: LinkedOrganization
  readonly store: Store
  lane: Lane
  /** The books that are linked. */
  booksId = ''

  static async open(notices: Notices = noNotices): Promise<StoredLane> {
    const db = await testDatabase()
    const clock: Clock = { ...systemClock, now: () => noon }
    const parts = { clock, seal: testSeal(), openBooks: new ScriptedBooks().open }
    const organization = await LinkedOrganization.create(db, parts)
    const store = postgresStore(db.database('stella_worker'), notices)
    const opened = new StoredLane(db, organization, store, await claimed(store, noon))
    opened.booksId = (await organization.connection()).books_id
    return opened
  }

  private constructor(db: TestDatabase, organization: LinkedOrganization, store: Store, lane: Lane) {
    this.db = db
    this.organization = organization
    this.store = store
    this.lane = lane
  }

  /** Takes the lane once more, under a new token; it must be due and free at that moment. */
  async claim(now: Instant): Promise<Lane> {
    this.lane = await claimed(this.store, now)
    return this.lane
  }

  /** A final invoice; gives the id of its booking. */
  async booking(): Promise<string> {
    return (await this.organization.booking(await this.organization.invoice())).id
  }

  /** A final invoice and a credit note of it; gives the ids of their bookings. */
  async bookingAndCredit(): Promise<{ id: string; creditId: string }> {
    const invoiceId = await this.organization.invoice()
    const noteId = await this.organization.credit(invoiceId)
    const [booking, note] = [
      await this.organization.booking(invoiceId),
      await this.organization.booking(noteId),
    ]
    return { id: booking.id, creditId: note.id }
  }

  /** Books that were linked before; gives their id. */
  async otherBooks(): Promise<string> {
    const at = new Date(noon)
    const values = { name: 'Vroeger', username_hint: 'vr', linked_at: at, left_at: at }
    const row = await this.organization.within((tx) =>
      tx.insertInto('books').values(values).returning('id').executeTakeFirstOrThrow(),
    )
    return row.id
  }

  /** What there is to do; without the answer that the store may have ready. */
  async look(now: Instant = noon): Promise<LaneView> {
    const view = await this.store.look(this.lane, now)
    if (view === null) throw new Error('There is no connection to work with.')
    return view
  }

  commit(
    commit: Omit<Commit, 'at' | 'booksId'>,
    at: Instant = noon,
    booksId: string = this.booksId,
  ): Promise<Committed> {
    return this.store.commit(this.lane, { at, booksId, ...commit })
  }

  /** Has a booking sent and accepted under this number. */
  async book(id: string, mutationNumber: number): Promise<void> {
    const { token } = this.lane
    await this.must({ id, from: 'planned', event: 'claimed', change: { claim: token } })
    await this.must({ id, from: 'sending', event: 'accepted', claim: token, change: {}, mutationNumber })
  }

  async must(booking: BookingStepTaken): Promise<void> {
    const committed = await this.commit({ booking })
    if (committed !== 'done') throw new Error(`The step was not taken: ${committed}.`)
  }

  close(): Promise<void> {
    return this.db.close()
  }
}

async function claimed(store: Store, now: Instant): Promise<Lane> {
  const [lane] = await store.claimLanes({ worker: 'test', now, leaseUntil: now + 15 * SECOND, limit: 1 })
  if (lane === undefined) throw new Error('The lane is not due, or somebody holds it.')
  return lane
}
