import type { CauseCode } from '../causes/causes.ts'
import type { DeliveryChange } from './delivery.ts'

/**
 * What happened to a delivery:
 *
 * - `accepted`: the service said yes
 * - `refused`: it said no, and trying again would give the same answer
 * - `postponed`: certainly not done, and worth trying again
 * - `lost`: it may have been done
 * - `claim_expired`: whoever was sending it stopped, at a point nobody knows
 * - `found`, `absent`: a look-up gave certainty
 * - `absent_elsewhere`: certainly not there, in books that are no longer linked
 * - `still_unknown`: it gave none yet
 * - `contradicted`: what was found is not what was sent
 * - `gave_up`: tried for as long as trying makes sense
 */
export type DeliveryEvent =
  | 'accepted'
  | 'refused'
  | 'postponed'
  | 'lost'
  | 'claim_expired'
  | 'found'
  | 'absent'
  | 'absent_elsewhere'
  | 'still_unknown'
  | 'contradicted'
  | 'gave_up'

export type Decision = {
  readonly event: DeliveryEvent
  readonly change: DeliveryChange
  /** What the connection must be paused for. */
  readonly pause: CauseCode | null
  /** Whether the call counts for the breakers, and how. */
  readonly health: 'worked' | 'failed'
}
