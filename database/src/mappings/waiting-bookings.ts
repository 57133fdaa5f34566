import { cents, formatAmount } from '@stella/invoicing'
import { sql, type Transaction } from 'kysely'
import type { BookingRow } from '../bookings/booking.ts'
import type { BookingSubject } from '../bookings/subject-of-booking.ts'
import type { DB } from '../schema/schema.generated.ts'

/** Which accounts of some books can be booked on. */
export interface FitAccounts {
  readonly debtors: readonly string[]
  readonly revenue: readonly string[]
}

/** Of all that wait: some of them, those on an account that is not fit, or those that failed for a cause. */
export type WaitingFor =
  | { readonly ids: readonly string[] }
  | { readonly unfit: FitAccounts }
  | { readonly cause: string }

/** A booking that stands nowhere, with the booking of what it takes back, if it is a credit note's. */
export type WaitingBooking = Pick<BookingRow, 'id' | 'state' | 'cause' | 'mutation' | 'parts'> & {
  readonly credited_id: string | null
  readonly credited_mutation: BookingRow['mutation']
  readonly credited_parts: BookingRow['parts']
  readonly subject: BookingSubject
}

/** The bookings meant for these books that stand nowhere and could be planned, in the order of their numbers. */
export async function listWaitingBookings(
  tx: Transaction<DB>,
  { booksId, of }: { booksId: string; of: WaitingFor },
): Promise<WaitingBooking[]> {
  const rows = await tx
    .selectFrom('bookings')
    .innerJoin('invoices', 'invoices.id', 'bookings.invoice_id')
    .innerJoin('customers', 'customers.id', 'invoices.customer_id')
    .leftJoin('bookings as credited', (join) =>
      join
        .onRef('credited.invoice_id', '=', 'invoices.credits_id')
        .onRef('credited.books_id', '=', 'bookings.books_id'),
    )
    .select(['bookings.id', 'bookings.state', 'bookings.cause', 'bookings.mutation', 'bookings.parts'])
    .select([
      'credited.id as credited_id',
      'credited.mutation as credited_mutation',
      'credited.parts as credited_parts',
    ])
    .select(['invoices.id as invoice_id', 'invoices.number', 'invoices.total_gross', 'customers.name'])
    .where('bookings.books_id', '=', booksId)
    .where('bookings.state', 'in', ['planned', 'rejected'])
    .where('bookings.mutation_number', 'is', null)
    .where('bookings.mutation', 'is not', null)
    .where(isAmong(of))
    .orderBy('bookings.ordinal')
    .execute()
  return rows.map(({ invoice_id, number, total_gross, name, ...row }) => ({
    ...row,
    subject: {
      invoiceId: invoice_id,
      number: number ?? '',
      customer: name,
      amount: formatAmount(cents(total_gross)),
    },
  }))
}

function isAmong(of: WaitingFor) {
  if ('ids' in of) return sql<boolean>`bookings.id = any (${[...of.ids]}::uuid[])`
  return 'unfit' in of ? isUnfit(of.unfit) : sql<boolean>`bookings.cause = ${of.cause}`
}

/** Whether the mutation of a booking stands, somewhere, on an account that cannot be booked on. */
function isUnfit({ debtors, revenue }: FitAccounts) {
  return sql<boolean>`(bookings.mutation ->> 'debtorsAccount' <> all (${[...debtors]}::text[])
    or exists (select from jsonb_array_elements(bookings.mutation -> 'lines') as line
      where line ->> 'revenueAccount' <> all (${[...revenue]}::text[])))`
}

/** What becomes of a booking that waits: where it was, where it goes, and on which accounts it is. */
export interface WaitingChange {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly cause: string | null
  readonly mutation: unknown
  readonly parts: unknown
}

/** In one statement, as they may be tens of thousands. One that is no longer where it was stays as it is. */
export async function changeWaitingBookings(
  tx: Transaction<DB>,
  { booksId, changes, at }: { booksId: string; changes: readonly WaitingChange[]; at: Date },
): Promise<void> {
  if (changes.length === 0) return
  await sql`
    update bookings set state = given.to, cause = given.cause,
      cause_code = case when given.cause = bookings.cause then bookings.cause_code end,
      mutation = given.mutation, parts = nullif(given.parts, 'null'::jsonb), changed_at = ${at},
      attempts = 0, failing_since = null, next_at = null, claim = null, look_ups = 0, absent_since = null, taken = false,
      last_byte_at = case when given."from" = 'rejected' and given.to = 'planned' then coalesce(last_byte_at, changed_at) else last_byte_at end
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
      as given (id uuid, "from" text, "to" text, cause text, mutation jsonb, parts jsonb)
    where bookings.id = given.id and bookings.state = given."from" and bookings.books_id = ${booksId}
      and bookings.mutation_number is null`.execute(tx)
}

/** How many bookings of these books failed for this cause. */
export async function countFailedFor(tx: Transaction<DB>, booksId: string, cause: string): Promise<number> {
  const { count } = await tx
    .selectFrom('bookings')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('books_id', '=', booksId)
    .where('state', '=', 'rejected')
    .where('cause', '=', cause)
    .executeTakeFirstOrThrow()
  return Number(count)
}
