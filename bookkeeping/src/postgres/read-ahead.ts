import { type ConnectionRow, type Database, inOrganization } from '@stella/database'
import { isCreditedIn } from '../deliveries/decide-for-credit.ts'
import type { Commit, Lane, LaneConnection, LaneView, OpenBooking } from '../ports/store.ts'
import { lookAhead, viewOfOne, workingConnection } from './look-at-lane.ts'

type Ahead = {
  readonly token: bigint
  /** The booking that is being sent. */
  readonly past: string
  readonly booksId: string
  readonly next: Promise<OpenBooking | null>
  /** The connection as it was when that booking was accepted; null until then. */
  readonly connection: LaneConnection | null
}

/**
 * Looks what comes after a booking while that one is being sent, so that nobody waits for it afterwards: with
 * answers in 50 ms, waiting would take a twentieth of the time.
 *
 * What was seen counts only when the booking is accepted, and only for another that can be sent next: nobody but
 * the holder of the lane changes that one, and if somebody did, its step out of `planned` is refused. The connection
 * can change meanwhile, so it is read again together with the outcome.
 */
export class ReadAhead {
  readonly #database: Database
  readonly #ahead = new Map<string, Ahead>()

  constructor(database: Database) {
    this.#database = database
  }

  /** Whether this commit is the outcome that a look past its booking was made for. */
  isAwaiting(lane: Lane, { booking }: Commit): boolean {
    const ahead = this.#ahead.get(lane.organizationId)
    return booking?.event === 'accepted' && ahead?.token === lane.token && ahead.past === booking.id
  }

  /** After a commit was written; `connection` was read with it if isAwaiting() said so. */
  follow(lane: Lane, commit: Commit, row: ConnectionRow | null): void {
    const { organizationId, token } = lane
    const ahead = this.#ahead.get(organizationId)
    this.#ahead.delete(organizationId)
    // What is unknown in former books comes before any booking.
    const connection = row === null || row.settles_former ? null : workingConnection(row)
    if (ahead !== undefined && connection !== null) {
      this.#ahead.set(organizationId, { ...ahead, connection })
    } else if (commit.booking?.event === 'claimed') {
      const { at: now, booking, booksId } = commit
      const past = booking.id
      const next = inOrganization(this.#database, organizationId, (tx) =>
        lookAhead(tx, { booksId, now, past }),
      )
      this.#ahead.set(organizationId, {
        token,
        past,
        booksId,
        next: next.catch(() => null),
        connection: null,
      })
    }
  }

  /** What to go on with, if it was seen ahead; only once. */
  async take(lane: Lane): Promise<LaneView | null> {
    const ahead = this.#ahead.get(lane.organizationId)
    this.#ahead.delete(lane.organizationId)
    if (ahead?.token !== lane.token || ahead.connection === null) return null
    const next = await ahead.next
    if (next === null || ahead.booksId !== ahead.connection.booksId) return null
    // A credit note of what was being sent then: by now that is booked.
    if (!isCreditedIn(next.booksId, next.credited)) return null
    return viewOfOne(ahead.connection, next)
  }
}
