import type { Moment } from '../deliveries/decide-after-sending.ts'
import type { Books } from '../ports/books.ts'
import type { Chance } from '../ports/chance.ts'
import type { Clock, Instant } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { LaneConnection, Store } from '../ports/store.ts'
import type { Claim } from './claim.ts'
import type { UnknownOutcomes } from './unknown-outcomes.ts'

/** What one piece of work for one administration needs. */
export type Turn = {
  readonly claim: Claim
  readonly connection: LaneConnection
  readonly books: Books
  readonly store: Store
  readonly clock: Clock
  readonly chance: Chance
  readonly log: Log
  readonly unknowns: UnknownOutcomes
}

/**
 * What came of it. `health` says how the service did, for the breakers; null when it was not asked anything.
 * After `lane_lost` the worker leaves the administration alone.
 */
export type Worked = {
  readonly committed: 'done' | 'superseded' | 'lane_lost'
  readonly health: 'worked' | 'failed' | null
}

export const laneLost: Worked = { committed: 'lane_lost', health: null }

/** An instant of a turn as decisions want it. */
export function momentAt({ chance, connection }: Pick<Turn, 'chance' | 'connection'>, now: Instant): Moment {
  return { now, chance, activeSince: connection.activeSince }
}
