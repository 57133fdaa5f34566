import {
  changeBackfill,
  findBackfill,
  findConnection,
  insertBackfillItems,
  lockBackfill,
  markLaneDue,
  recordActivity,
  type Transaction,
} from '@stella/database'
import { connectionEntry } from '../activities/activity-entries.ts'
import { adoptRelation } from '../relations/adopt-relation.ts'
import type { KnownInBooks } from '../relations/match-relations.ts'
import { planOf } from './backfill-view.ts'
import type { CustomerMatch } from './match-customers.ts'
import type { BackfillPlan } from './plan-backfill.ts'

/** What a person chose of a plan that they saw. */
export type BackfillChoice = {
  /** Of the plan that they saw. */
  readonly revision: string
  /** Whether each group is done. */
  readonly book: boolean
  readonly adopt: boolean
  /** Invoices of these groups that are left as they are. */
  readonly skipped: readonly string[]
  /** Of those that differ: what is right as it stands there. */
  readonly alsoAdopt: readonly string[]
  /** Of customers that look like relations which are there: which they are; null for none of them. */
  readonly relations: readonly { readonly customerId: string; readonly relationId: number | null }[]
}

/**
 * `backfill_changed`: what would be done is not what was seen, somebody confirmed it already, it was read too long
 * ago, or other books are linked.
 * `backfill_empty`: nothing was chosen. `backfill_undecided`: of a customer it was not chosen which relation it is.
 */
export type ConfirmRefusal = 'backfill_changed' | 'backfill_empty' | 'backfill_undecided'

/** What stands in the books was read no longer ago, as people enter things there meanwhile. */
const READ_WITHIN_MS = 60 * 60 * 1_000

/**
 * Confirms a dry run as it was seen: from now on it runs. Of two who confirm it, one does. What is adopted comes first, as
 * that says which relations customers are. Null when it is confirmed.
 */
export async function confirmBackfill(
  tx: Transaction,
  confirmed: { choice: BackfillChoice; by: string; now: Date },
): Promise<ConfirmRefusal | null> {
  const { by, choice, now } = confirmed
  await markLaneDue(tx, now)
  const last = await findBackfill(tx)
  const backfill = last === null ? null : await lockBackfill(tx, last.id)
  const connection = await findConnection(tx)
  if (backfill === null || backfill.state !== 'ready') return 'backfill_changed'
  if (connection === null || connection.state === 'disconnected') return 'backfill_changed'
  if (connection.books_id !== backfill.books_id) return 'backfill_changed'
  if (backfill.read_at === null || now.getTime() > backfill.read_at.getTime() + READ_WITHIN_MS)
    return 'backfill_changed'
  const { customers, plan, revision } = await planOf(tx, backfill)
  if (revision !== choice.revision) return 'backfill_changed'
  const items = itemsOf(plan, choice)
  if (items.length === 0) return 'backfill_empty'
  const relations = choice.book ? relationsOf(customers, choice.relations) : []
  if (relations === null) return 'backfill_undecided'
  const step = { id: backfill.id, from: ['ready'], to: 'running', at: now, confirmedBy: by } as const
  if (!(await changeBackfill(tx, step))) return 'backfill_changed'
  for (const { customerId, relation } of relations)
    await adoptRelation(tx, {
      customerId,
      booksId: backfill.books_id,
      code: relation.code,
      id: relation.id,
      now,
    })
  await insertBackfillItems(tx, backfill.id, items)
  const entry = connectionEntry('backfill_confirmed', connection.id, { at: now.getTime(), by })
  await recordActivity(tx, { ...entry, parameters: { ...entry.parameters, count: items.length } })
  return null
}

/** Which relation each customer is that is one there; null where somebody has still to choose. */
function relationsOf(
  customers: readonly CustomerMatch[],
  chosen: BackfillChoice['relations'],
): { readonly customerId: string; readonly relation: KnownInBooks }[] | null {
  const choices = new Map(chosen.map(({ customerId, relationId }) => [customerId, relationId]))
  const relations: { customerId: string; relation: KnownInBooks }[] = []
  for (const { match } of customers) {
    const { customerId } = match
    if (match.kind === 'sure') relations.push({ customerId, relation: match.candidate.relation })
    if (match.kind !== 'asked') continue
    const choice = choices.get(customerId)
    const found = match.candidates.find(({ relation }) => relation.id === choice)
    if (choice === undefined || (choice !== null && found === undefined)) return null
    if (found !== undefined) relations.push({ customerId, relation: found.relation })
  }
  return relations
}

/** What is done, in its order. */
function itemsOf(
  { adopt, book, differing }: BackfillPlan,
  choice: BackfillChoice,
): { readonly invoiceId: string; readonly mutationNumber: number | null }[] {
  const skipped = new Set(choice.skipped)
  const also = new Set(choice.alsoAdopt)
  const adopted = [
    ...(choice.adopt ? adopt : []),
    ...differing.filter(({ invoice }) => also.has(invoice.invoiceId)),
  ].map(({ invoice, mutation }) => ({ invoiceId: invoice.invoiceId, mutationNumber: mutation.number }))
  const booked = (choice.book ? book : []).map(({ invoiceId }) => ({ invoiceId, mutationNumber: null }))
  return [...adopted, ...booked].filter(({ invoiceId }) => !skipped.has(invoiceId))
}
