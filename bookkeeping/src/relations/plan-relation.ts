import {
  changeRelation,
  findConnection,
  findCustomer,
  findRelation,
  findRelationOfCustomer,
  forgetUnsettledRelations,
  freeHeldBookings,
  hasBookings,
  holderOfRelation,
  insertRelation,
  listInvoicedRelations,
  markLaneDue,
  type RelationRow,
  settleRelation,
  type Transaction,
} from '@stella/database'
import { bookingTransitions } from '../bookings/booking-states.ts'
import { causesOfHeldBookings } from '../causes/causes.ts'
import type { DeliveryChange } from '../deliveries/delivery.ts'
import { stateAfter } from '../deliveries/transitions.ts'
import { deliveryColumns } from '../postgres/columns.ts'
import { relationCodeOf } from './relation-code.ts'
import { isSameContent, type RelationContent, relationContentOf } from './relation-content.ts'
import { presentRelationStates, type RelationState, relationTransitions } from './relation-states.ts'

export type RelationPlanned = 'planned' | 'outdated' | 'unchanged' | 'not_connected' | 'waits_for_final'

/**
 * So long a draft must have been left alone before its customer goes to the books. Sooner, and a draft that is
 * thrown away again leaves a relation there that nobody wanted; later, and whoever looks for it there wonders.
 */
export const DRAFT_SETTLES_AFTER_MS = 3 * 60 * 1_000

/**
 * Plans the relation of a customer in the transaction that saves an invoice for it, draft or final. The first
 * time it is to be added, and not before (the manual's rule): of a final invoice at once, of a draft when that has
 * settled, or not at all where the organization waits for final ones. Repeating it is harmless. Details that changed
 * since they were sent are sent again only when an invoice becomes final, or when a customer with a final invoice
 * is changed.
 */
export async function planRelation(
  tx: Transaction,
  { customerId: given, now, isFinal = false }: { customerId: string; now: Date; isFinal?: boolean },
): Promise<RelationPlanned> {
  const connection = await findConnection(tx)
  if (connection === null || connection.state === 'disconnected') return 'not_connected'
  await markLaneDue(tx, now)
  await forgetUnsettledRelations(tx)
  if (!isFinal && connection.relations_from === 'final') return 'waits_for_final'
  const { books_id: booksId } = connection
  const customerId = await holderOfRelation(tx, { booksId, customerId: given })
  const settling = isFinal ? settled : settlingFrom(now)
  const code = relationCodeOf(customerId)
  if (await insertRelation(tx, { booksId, customerId, code, at: now, ...settling })) return 'planned'
  await settleRelation(tx, customerId, settling)
  return (await followCustomer(tx, { customerId, now, alsoChanges: isFinal })) ? 'outdated' : 'unchanged'
}

/** Whoever wrote a draft has left it: its customer goes to the books now. */
export async function draftLeft(
  tx: Transaction,
  { customerId, now }: { customerId: string; now: Date },
): Promise<void> {
  await markLaneDue(tx, now)
  await settleRelation(tx, customerId, settled)
}

/** In the transaction that throws a draft away: its customer need not go to the books for it. */
export async function draftDeleted(tx: Transaction): Promise<void> {
  await forgetUnsettledRelations(tx)
}

const settled = { nextAt: null, cause: null }

function settlingFrom(now: Date) {
  return { nextAt: new Date(now.getTime() + DRAFT_SETTLES_AFTER_MS), cause: 'draft_unsettled' }
}

/**
 * Tells the books of a customer that changed, in the transaction that changes it: a refused relation is offered
 * again, one that is present is brought up to date. A customer without invoices has no relation to follow.
 */
export async function customerChanged(
  tx: Transaction,
  change: { customerId: string; now: Date },
): Promise<void> {
  const connection = await findConnection(tx)
  if (connection === null || connection.state === 'disconnected') return
  const relation = await findRelationOfCustomer(tx, change.customerId)
  if (relation === null) return
  await markLaneDue(tx, change.now)
  const isInvoiced = await hasBookings(tx, relation.id)
  await followCustomer(tx, { ...change, alsoChanges: isInvoiced })
}

/**
 * Tells the books that one customer went up in another, in the transaction that does it. Nothing is booked anew: what is
 * under way goes on, and the log says its outcome. The one that stays has the relation of the other where it had none, and
 * follows with its own details; where both have one, each stays. New invoices are its, so its relation is planned where
 * drafts came to it. A relation of the one that went is forgotten if it only waited for a draft to be left alone.
 */
export async function customersMerged(
  tx: Transaction,
  merge: { keptId: string; movedDrafts: number; now: Date },
): Promise<void> {
  const { keptId: customerId, movedDrafts, now } = merge
  await customerChanged(tx, { customerId, now })
  if (movedDrafts > 0) await planRelation(tx, { customerId, now })
  else await forgetUnsettledRelations(tx)
}

/**
 * Marks a relation as outdated, or a refused one as worth another try, when the customer is no longer what was
 * last sent of it. Returns whether it was.
 */
async function followCustomer(
  tx: Transaction,
  { customerId, now, alsoChanges }: { customerId: string; now: Date; alsoChanges: boolean },
): Promise<boolean> {
  const relation = await findRelationOfCustomer(tx, customerId)
  const customer = await findCustomer(tx, customerId)
  if (relation === null || customer === undefined) return false
  return follow(tx, relation, relationContentOf(customer), { now, alsoChanges })
}

async function follow(
  tx: Transaction,
  relation: RelationRow,
  content: RelationContent,
  { now, alsoChanges }: { now: Date; alsoChanges: boolean },
): Promise<boolean> {
  const state = relation.state as RelationState
  const mended = state === 'rejected'
  const outdated = alsoChanges && (state === 'present' || state === 'update_rejected')
  if (!mended && !outdated) return false
  if (isConfirmed(relation) && isSameContent(contentSent(relation), content)) return false
  const to = stateAfter(relationTransitions, state, 'customer_changed')
  const set = { next_at: null, attempts: 0, failing_since: null, cause: null, cause_code: null }
  return changeRelation(tx, { id: relation.id, booksId: relation.books_id, from: state, to, set, at: now })
}

/** Whether nothing of an update is left that may not have arrived, although the relation is seen to be there. */
function isConfirmed({ changing, state }: RelationRow): boolean {
  return state !== 'present' || (changing as readonly unknown[]).length === 0
}

/** Brings up a change of the customer that came while its relation was on its way. */
export async function catchUpWithCustomer(tx: Transaction, relationId: string, now: Date): Promise<void> {
  const relation = await findRelation(tx, relationId)
  if (relation === null) return
  await followCustomer(tx, { customerId: relation.customer_id, now, alsoChanges: true })
}

/** Brings up what changed of customers while these books were not linked. */
export async function catchUpWithCustomers(tx: Transaction, booksId: string, now: Date): Promise<void> {
  for (const { customer, relation } of await listInvoicedRelations(tx, booksId)) {
    await follow(tx, relation, relationContentOf(customer), { now, alsoChanges: true })
  }
}

/** Notes that the service says it does not know a relation that stood in its books: that is to be looked up. */
export async function missRelation(
  tx: Transaction,
  { id, booksId, change }: { readonly id: string; readonly booksId: string; readonly change: DeliveryChange },
  now: Date,
): Promise<void> {
  for (const from of presentRelationStates) {
    const to = stateAfter(relationTransitions, from, 'missed_in_books')
    const step = { id, booksId, from, to, set: deliveryColumns(change), at: now }
    if (await changeRelation(tx, step)) return
  }
}

/** What was last sent of it, as JSON of our own making. */
export function contentSent(relation: RelationRow): RelationContent | null {
  return relation.content as RelationContent | null
}

/**
 * Offers the bookings again that were held back because their relation was refused or gone; to be called when it
 * no longer is.
 */
export async function freeBookingsOfRelation(
  tx: Transaction,
  relationId: string,
  now: Date,
): Promise<number> {
  const to = stateAfter(bookingTransitions, 'rejected', 'offered_again')
  return freeHeldBookings(tx, relationId, {
    from: 'rejected',
    causes: causesOfHeldBookings,
    to,
    at: now,
  })
}
