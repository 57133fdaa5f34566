import type { Decision } from '../deliveries/decision.ts'
import type { Delivery } from '../deliveries/delivery.ts'
import type { Observed } from '../deliveries/observed.ts'
import type { Instant } from '../ports/clock.ts'
import type { LaneView } from '../ports/store.ts'

type Known = {
  readonly lastByteAt: Instant | null
  readonly since: number
  absentSince: Instant | null
  absentFrom: number
}

/** More are unknown at once only when the service fails for thousands; what is forgotten only waits again. */
const MOST_KNOWN = 10_000

/**
 * Since when this process knows of each unknown outcome, by the clock that only runs forward. It is not stored:
 * another process, or this one started again, has seen no time pass and begins anew.
 */
export class UnknownOutcomes {
  readonly #known = new Map<string, Known>()

  /** @param id of the booking or the relation; what it is asked for first is known from `at` on */
  observed(id: string, { absentSince, lastByteAt }: Delivery, at: number): Observed {
    const known = this.#knownWith(id, lastByteAt, at)
    if (known.absentSince !== absentSince) {
      known.absentSince = absentSince
      known.absentFrom = at
    }
    return { unknownMs: at - known.since, absentMs: at - known.absentFrom }
  }

  /** What a look at a lane shows of unknown outcomes is known from `at` on. */
  seen({ booking, former, relation }: LaneView, at: number): void {
    for (const row of [booking, booking?.relation, former, relation]) {
      if (row?.delivery.lastByteAt != null) this.observed(row.id, row.delivery, at)
    }
  }

  /** After a look-up at `at`. */
  learn(id: string, { event, change }: Decision, at: number): void {
    const known = this.#known.get(id)
    if (event !== 'still_unknown') this.#known.delete(id)
    else if (known !== undefined && change.absentSince != null) {
      known.absentSince = change.absentSince
      known.absentFrom = at
    }
  }

  #knownWith(id: string, lastByteAt: Instant | null, at: number): Known {
    const known = this.#known.get(id)
    if (known?.lastByteAt === lastByteAt) return known
    const [oldest] = this.#known.keys()
    if (known === undefined && oldest !== undefined && this.#known.size >= MOST_KNOWN)
      this.#known.delete(oldest)
    const first: Known = { lastByteAt, since: at, absentSince: null, absentFrom: at }
    this.#known.set(id, first)
    return first
  }
}
