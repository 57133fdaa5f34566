import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** What certainly stands nowhere, and never did: it was never sent, was refused, or was looked for and not there. */
const standsNowhere = ['planned', 'rejected'] as const

/** The customers whose bookings moveBookings() would take to other books. */
export async function customersToMove(tx: Transaction<DB>, fromBooksId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('bookings')
    .innerJoin('relations', 'relations.id', 'bookings.relation_id')
    .select('relations.customer_id')
    .distinct()
    .where('bookings.books_id', '=', fromBooksId)
    .where('bookings.state', 'in', standsNowhere)
    .where('bookings.mutation_number', 'is', null)
    .execute()
  return rows.map(({ customer_id }) => customer_id)
}

/**
 * Takes the bookings that certainly stand nowhere to other books, onto the relations of their customers there,
 * which must be planned already. What waited begins anew, and so does what failed for a cause that is a fact about
 * the former books (`freedCauses`); what a person must mend stays as it is. Returns their ids.
 */
export async function moveBookings(
  tx: Transaction<DB>,
  { from, to, at, freedCauses }: { from: string; to: string; at: Date; freedCauses: readonly string[] },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update bookings set books_id = ${to}, relation_id = there.id, changed_at = ${at},
      attempts = 0, failing_since = null, next_at = null, claim = null, last_byte_at = null, look_ups = 0,
      absent_since = null, taken = false,
      state = case when held then 'planned' else state end,
      cause = case when held or state = 'planned' then null else bookings.cause end,
      cause_code = case when held or state = 'planned' then null else bookings.cause_code end
    from (
      select bookings.id as booking_id, there.id,
        bookings.state = 'rejected' and bookings.cause = any (${[...freedCauses]}::text[])
          and bookings.mutation is not null as held
      from bookings
        join relations here on here.id = bookings.relation_id
        join relations there on there.customer_id = here.customer_id and there.books_id = ${to}
      where bookings.books_id = ${from}
    ) there
    where bookings.id = there.booking_id and bookings.books_id = ${from}
      and bookings.state in (${sql.join(standsNowhere)}) and bookings.mutation_number is null
    returning bookings.id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The same for one in this state, which then waits anew. Whether it stood nowhere. */
export async function moveBooking(
  tx: Transaction<DB>,
  booking: {
    id: string
    from: string
    state: (typeof standsNowhere)[number]
    to: string
    customerId: string
    at: Date
  },
): Promise<boolean> {
  const result = await tx
    .updateTable('bookings')
    .set((eb) => ({
      books_id: booking.to,
      relation_id: eb
        .selectFrom('relations')
        .select('id')
        .where('books_id', '=', booking.to)
        .where('customer_id', '=', booking.customerId),
      state: 'planned',
      changed_at: booking.at,
      ...{ attempts: 0, failing_since: null, next_at: null, claim: null, last_byte_at: null, look_ups: 0 },
      ...{ absent_since: null, taken: false, cause: null, cause_code: null },
    }))
    .where('id', '=', booking.id)
    .where('books_id', '=', booking.from)
    .where('state', '=', booking.state)
    .where('mutation_number', 'is', null)
    .where('mutation', 'is not', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
