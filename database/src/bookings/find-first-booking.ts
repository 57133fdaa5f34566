import { type ExpressionBuilder, sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import type { BookingRow } from './booking.ts'
import { openBookingStates } from './booking-states.ts'

export type BookingOfInvoice = BookingRow & {
  /** Of its invoice, in cents. */
  total_gross: bigint
}

export type FirstBooking = BookingOfInvoice & {
  /** Whether its invoice has credit notes. */
  has_credits: boolean
  /** Of a credit note, the booking of the invoice that it takes back; null when it is none, or that one has none. */
  credited_state: string | null
  credited_books_id: string | null
  credited_next_at: Date | null
}

/** With it, whether a relation is being sent, or changed, in whichever books. */
export type FirstBookingFound = FirstBooking & { relation_under_way: boolean }

/**
 * The booking that comes first: one that is under way, which is at most one; or else one of unknown outcome that
 * is due for a look-up; or else the lowest in order of those that go on by themselves, past those that were looked
 * up in vain and wait. One under way is it in whichever books; the others must be for these. Given the id of one,
 * the first of the others.
 */
export async function findFirstBooking(
  tx: Transaction<DB>,
  { booksId, now, past }: { booksId: string; now: Date; past?: string | undefined },
): Promise<FirstBookingFound | null> {
  const all =
    past === undefined
      ? tx.selectFrom('bookings')
      : tx.selectFrom('bookings').where('bookings.id', '!=', past)
  const bookings = all.where('bookings.books_id', '=', booksId)
  const underWay = all
    .select(['bookings.id', 'ordinal', sql<number>`0`.as('place')])
    .where('state', '=', 'sending')
    .limit(1)
  const due = bookings
    .select(['bookings.id', 'ordinal', sql<number>`1`.as('place')])
    .where('state', '=', 'unknown')
    .where((eb) => eb.or([eb('next_at', 'is', null), eb('next_at', '<=', now)]))
    .orderBy('ordinal')
    .limit(1)
  const lowest = bookings
    .innerJoin('relations', 'relations.id', 'bookings.relation_id')
    .select(['bookings.id', 'bookings.ordinal', sql<number>`2`.as('place')])
    .where('bookings.state', 'in', openBookingStates)
    // Nothing is later than now where no time stands, and what is not known to be passed is not.
    .where((eb) => eb.not(eb.fn.coalesce(isPassed(eb, now), eb.lit(false))))
    .orderBy('bookings.ordinal')
    .limit(1)
  const row = await tx
    .with('first', () =>
      underWay
        .unionAll((eb) => eb.parens(due))
        .unionAll((eb) => eb.parens(lowest))
        .orderBy('place')
        .limit(1),
    )
    .selectFrom('first')
    .innerJoin('bookings', 'bookings.id', 'first.id')
    .innerJoin('invoices', 'invoices.id', 'bookings.invoice_id')
    .leftJoin('bookings as credited', 'credited.invoice_id', 'invoices.credits_id')
    .selectAll('bookings')
    .select(ofInvoice)
    .select(isRelationUnderWay)
    .executeTakeFirst()
  return row ?? null
}

const isRelationUnderWay = sql<boolean>`exists (select from relations
  where organization_id = bookings.organization_id and state in ('sending', 'updating'))`.as(
  'relation_under_way',
)

/** What is told of a booking beside its own row, given `invoices` and, joined by `credits_id`, `credited`. */
export const ofInvoice = [
  'invoices.total_gross',
  'credited.state as credited_state',
  'credited.books_id as credited_books_id',
  'credited.next_at as credited_next_at',
  sql<boolean>`exists (select from invoices as note
    where note.organization_id = invoices.organization_id and note.credits_id = invoices.id)`.as(
    'has_credits',
  ),
] as const

/** As isPassed() of first-booking.ts in the engine says it. */
function isPassed(eb: ExpressionBuilder<DB, 'bookings' | 'relations'>, now: Date) {
  return eb.or([
    eb.and([eb('bookings.look_ups', '>', 0), eb('bookings.next_at', '>', now)]),
    eb.and([
      eb('bookings.state', '=', 'planned'),
      eb('relations.state', 'in', ['planned', 'unknown', 'missed']),
      eb('relations.look_ups', '>', 0),
      eb('relations.cause', 'is not', null),
      eb('relations.next_at', '>', now),
    ]),
  ])
}
