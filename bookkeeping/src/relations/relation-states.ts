import type { DeliveryEvent } from '../deliveries/decision.ts'
import type { Transition } from '../deliveries/transitions.ts'

export const relationStates = [
  'planned',
  'sending',
  'unknown',
  'present',
  'outdated',
  'updating',
  'update_rejected',
  'rejected',
  'conflict',
  // The service itself says that it is not there: a look-up tells, and then people do.
  'missed',
  'gone',
] as const

export type RelationState = (typeof relationStates)[number]

export type RelationEvent =
  | DeliveryEvent
  | 'claimed'
  | 'offered_again'
  | 'customer_changed'
  | 'missed_in_books'
  | 'adopted'

/** Everything that can happen to a relation: first to adding it, then to keeping its details right. */
export const relationTransitions: readonly Transition<RelationState, RelationEvent>[] = [
  { from: 'planned', event: 'claimed', to: 'sending' },
  { from: 'planned', event: 'postponed', to: 'planned' },
  { from: 'planned', event: 'refused', to: 'rejected' },
  { from: 'planned', event: 'gave_up', to: 'rejected' },

  { from: 'sending', event: 'accepted', to: 'present' },
  { from: 'sending', event: 'refused', to: 'rejected' },
  { from: 'sending', event: 'postponed', to: 'planned' },
  { from: 'sending', event: 'gave_up', to: 'rejected' },
  { from: 'sending', event: 'lost', to: 'unknown' },
  { from: 'sending', event: 'claim_expired', to: 'unknown' },

  { from: 'unknown', event: 'found', to: 'present' },
  { from: 'unknown', event: 'absent', to: 'planned' },
  { from: 'unknown', event: 'still_unknown', to: 'unknown' },
  { from: 'unknown', event: 'contradicted', to: 'conflict' },
  { from: 'unknown', event: 'gave_up', to: 'conflict' },

  { from: 'rejected', event: 'offered_again', to: 'planned' },
  { from: 'rejected', event: 'customer_changed', to: 'planned' },
  { from: 'conflict', event: 'offered_again', to: 'unknown' },

  { from: 'present', event: 'customer_changed', to: 'outdated' },
  { from: 'update_rejected', event: 'customer_changed', to: 'outdated' },
  { from: 'update_rejected', event: 'offered_again', to: 'outdated' },
  { from: 'outdated', event: 'claimed', to: 'updating' },
  { from: 'outdated', event: 'postponed', to: 'outdated' },
  { from: 'outdated', event: 'refused', to: 'update_rejected' },
  { from: 'outdated', event: 'gave_up', to: 'update_rejected' },
  { from: 'updating', event: 'accepted', to: 'present' },
  { from: 'updating', event: 'refused', to: 'update_rejected' },
  { from: 'updating', event: 'postponed', to: 'outdated' },
  { from: 'updating', event: 'gave_up', to: 'update_rejected' },
  // An update may be repeated: it sets every field. But only when no older one can arrive after it.
  { from: 'updating', event: 'lost', to: 'outdated' },
  { from: 'updating', event: 'claim_expired', to: 'outdated' },

  { from: 'updating', event: 'missed_in_books', to: 'missed' },

  // A booking was refused because the relation is not there: look before anything is said or added.
  { from: 'present', event: 'missed_in_books', to: 'missed' },
  { from: 'outdated', event: 'missed_in_books', to: 'missed' },
  { from: 'update_rejected', event: 'missed_in_books', to: 'missed' },
  { from: 'missed', event: 'found', to: 'present' },
  { from: 'missed', event: 'refused', to: 'gone' },
  { from: 'missed', event: 'still_unknown', to: 'missed' },
  { from: 'missed', event: 'contradicted', to: 'conflict' },
  { from: 'missed', event: 'gave_up', to: 'conflict' },
  // Somebody wants it there again: it is looked for once more, and added at once when it is not there.
  { from: 'gone', event: 'offered_again', to: 'missed' },
  { from: 'missed', event: 'absent', to: 'planned' },

  // Somebody says which relation of the books it is; one that was never sent, or refused, stands nowhere else.
  { from: 'planned', event: 'adopted', to: 'present' },
  { from: 'rejected', event: 'adopted', to: 'present' },
]

/** States in which a relation goes on by itself. */
export const openRelationStates = [
  'planned',
  'sending',
  'unknown',
  'outdated',
  'updating',
  'missed',
] as const satisfies readonly RelationState[]

/** States in which the relation stands in the books, so that its invoices can be booked. */
export const presentRelationStates = [
  'present',
  'outdated',
  'updating',
  'update_rejected',
] as const satisfies readonly RelationState[]

/** States in which nothing can be booked for the customer until somebody acts. */
const failedRelationStates = ['rejected', 'conflict', 'gone'] as const satisfies readonly RelationState[]

/** States in which a person must act; in the last of them the relation stands, with older details. */
export const retryableRelationStates: readonly RelationState[] = relationTransitions
  .filter(({ event }) => event === 'offered_again')
  .map(({ from }) => from)

/** Why a booking waits for a relation that waits for a person. */
export function causeOfHolding(state: RelationState): 'relation_missing' | 'relation_not_accepted' {
  return state === 'gone' ? 'relation_missing' : 'relation_not_accepted'
}

export function isPresent(state: RelationState): boolean {
  return presentRelationStates.some((it) => it === state)
}

export function isFailed(state: RelationState): boolean {
  return failedRelationStates.some((it) => it === state)
}
