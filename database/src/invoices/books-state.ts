import { type RawBuilder, sql } from 'kysely'
import { failedBookingStates, openBookingStates } from '../bookings/booking-states.ts'

/**
 * How an invoice stands in the books: `none` is a draft, `not_connected` became final without a connection,
 * `nothing_to_book` comes to zero, `history` was made in another program and is not booked by Stella,
 * `waiting` will be booked by itself, `adopted` is a mutation that a person entered, `excluded` is left out as a person
 * said, `failed` needs a person.
 */
export type BooksState =
  | 'none'
  | 'not_connected'
  | 'nothing_to_book'
  | 'history'
  | 'waiting'
  | 'booked'
  | 'verified'
  | 'adopted'
  | 'excluded'
  | 'failed'

/** As isWithoutAmount() of the domain says it. */
const comesToNothing = sql`(invoices.total_net = 0 and invoices.total_vat = 0)`

const failed = sql.join(failedBookingStates.map((state) => sql.lit(state)))

/** Left out by a person before it ever had a booking. */
const isLeftOut = sql`exists (select from booking_overrides as said
  where said.organization_id = invoices.organization_id and said.invoice_id = invoices.id
    and said.kind = 'excluded' and said.undone_at is null)`

/** The state of an invoice joined with its booking, if it has one. */
export const booksStateSql: RawBuilder<BooksState> = sql`(case
  when invoices.state = 'draft' then 'none'
  when invoices.origin is not null then 'history'
  when bookings.state is null and ${comesToNothing} then 'nothing_to_book'
  when bookings.state is null and ${isLeftOut} then 'excluded'
  when bookings.state is null then 'not_connected'
  when bookings.state in ('booked', 'verified', 'adopted', 'excluded') then bookings.state
  when bookings.state in (${failed}) then 'failed'
  else 'waiting'
end)`

/** The states of a booking that mean one of ours. A filter on these can begin at the few bookings that have them. */
const bookingStates: Partial<Record<BooksState | 'in_books', readonly string[]>> = {
  waiting: openBookingStates,
  booked: ['booked'],
  verified: ['verified'],
  adopted: ['adopted'],
  failed: failedBookingStates,
  in_books: ['booked', 'verified'],
}

/** Whether an invoice joined with its booking stands so in the books. */
export function hasBooksState(state: BooksState | 'in_books'): RawBuilder<boolean> {
  const states = bookingStates[state]
  if (states !== undefined) return sql`bookings.state in (${sql.join(states)})`
  if (state === 'none') return sql`invoices.state = 'draft'`
  if (state === 'history') return sql`invoices.origin is not null`
  if (state === 'excluded') return sql`invoices.state = 'final' and invoices.origin is null and ${isLeftOut}`
  return state === 'nothing_to_book'
    ? sql`${isUnbooked} and ${comesToNothing}`
    : sql`${isUnbooked} and not ${comesToNothing} and not ${isLeftOut}`
}

/**
 * Not `bookings.id is null` behind the join: of that PostgreSQL expects next to nothing to be left, and then puts all
 * that is left, which may be every invoice there is, beside every customer before it takes the first page.
 */
const isUnbooked: RawBuilder<boolean> = sql`invoices.state = 'final' and invoices.origin is null and not exists (
  select from bookings as own
  where own.organization_id = invoices.organization_id and own.invoice_id = invoices.id
)`
