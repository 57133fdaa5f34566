import { createHash } from 'node:crypto'
import {
  type BackfillProgress,
  type BackfillRow,
  backfillProgress,
  findBackfill,
  findConnection,
  isKnownClosed,
  listUnbooked,
  mutationNumbersTaken,
  openBackfillStates,
  type Transaction,
} from '@stella/database'
import { parsePlainDate, todayInAmsterdam, yearOf } from '@stella/invoicing'
import { referenceOf } from '../bookings/reference.ts'
import { type CustomerMatch, matchCustomers } from './match-customers.ts'
import { type BackfillPlan, planBackfill } from './plan-backfill.ts'
import { salesIn } from './read-backfill.ts'

/** What would be done, and what names it: the same for as long as the same would be done. */
export type Planned = {
  readonly plan: BackfillPlan
  readonly customers: readonly CustomerMatch[]
  readonly revision: string
}

/** A backfill as it stands now. */
export type BackfillView = {
  readonly backfill: BackfillRow
  /** What would be done; only of one that was read and not confirmed, in the linked books. */
  readonly planned: Planned | null
  readonly progress: BackfillProgress
  /** Other books are linked by now, or none, so that it is void. */
  readonly isVoid: boolean
  /** Why what it begins with may be refused there. */
  readonly warning: 'known_closed' | 'earlier_year' | null
}

/** The one that is not ended, or else the last; null where there never was one. */
export async function backfillOf(tx: Transaction, now: Date): Promise<BackfillView | null> {
  const backfill = await findBackfill(tx)
  if (backfill === null) return null
  const connection = await findConnection(tx)
  const isLinked = connection !== null && connection.state !== 'disconnected'
  const isOther = !isLinked || connection.books_id !== backfill.books_id
  const isOpen = openBackfillStates.some((state) => state === backfill.state)
  return {
    backfill,
    planned: backfill.state === 'ready' && !isOther ? await planOf(tx, backfill) : null,
    progress: await backfillProgress(tx, backfill.id),
    isVoid: backfill.state === 'void' || (isOpen && isOther),
    warning: await warningOf(tx, backfill.from_day, now),
  }
}

/** What would be done of what was read, with what Stella has now. */
export async function planOf(tx: Transaction, backfill: BackfillRow): Promise<Planned> {
  const { books_id: booksId, from_day: from } = backfill
  const unbooked = await listUnbooked(tx, { booksId, from })
  const invoices = unbooked.map(({ creditsId, isCreditedInBooks: isInBooks, ...invoice }) => ({
    ...invoice,
    reference: referenceOf(invoice.invoiceId),
    credits: creditsId === null ? null : { invoiceId: creditsId, isInBooks },
  }))
  const plan = planBackfill(invoices, salesIn(backfill), await mutationNumbersTaken(tx, booksId))
  const customers = await matchCustomers(tx, backfill, plan)
  return { plan, customers, revision: revisionOf(plan, customers) }
}

/** What a person saw is what they confirm. */
function revisionOf(plan: BackfillPlan, customers: readonly CustomerMatch[]): string {
  const ids = (invoices: readonly { readonly invoiceId: string }[]) =>
    invoices.map(({ invoiceId }) => invoiceId)
  const found = (all: BackfillPlan['adopt']) =>
    all.map(({ invoice, mutation }) => `${invoice.invoiceId}=${mutation.number}`)
  const matched = customers.map(({ match }) => [
    match.customerId,
    match.kind,
    match.kind === 'sure' ? match.candidate.relation.id : null,
  ])
  const parts = [ids(plan.book), found(plan.adopt), found(plan.differing), matched]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
}

/** That a period is closed is known only by what was refused in it; a year that has passed often is. */
async function warningOf(tx: Transaction, fromDay: string, now: Date): Promise<BackfillView['warning']> {
  const day = parsePlainDate(fromDay)
  if (await isKnownClosed(tx, day)) return 'known_closed'
  return yearOf(day) < yearOf(todayInAmsterdam(now)) ? 'earlier_year' : null
}
