import { sql, type Transaction } from 'kysely'
import { standingBookingStates } from '../bookings/booking-states.ts'
import type { DB } from '../schema/schema.generated.ts'
import type { PaymentRecord } from './payment.ts'

/** A document that stands in the linked books, with what is known of its payment. */
export interface PayableInBooks extends Omit<PaymentRecord, 'knownAt'> {
  /** Null where nothing was read of it before. */
  readonly knownAt: Date | null
  readonly number: string
  readonly relationCode: string
  readonly mutationNumber: number
  readonly invoiceDate: string
  readonly gross: bigint
  /** The invoice that it is, or takes back a part of, with all that takes back of it. */
  readonly whole: {
    readonly invoiceId: string
    readonly number: string
    readonly customer: string
    /** After its credit notes. */
    readonly toPay: bigint
    readonly outstanding: bigint
  }
}

const standing = sql.join(standingBookingStates.map((state) => sql.lit(state)))

/**
 * The documents booked in these books no later than `bookedBefore` of which a reading of open items can say something
 * new: those that are not settled, those of which a second reading is awaited, and those with one of these numbers.
 */
export async function listPayables(
  tx: Transaction<DB>,
  of: { booksId: string; bookedBefore: Date; numbers: readonly string[] },
): Promise<PayableInBooks[]> {
  const { rows } = await sql<Row>`
    with documents as (
      select invoices.id, coalesce(invoices.credits_id, invoices.id) as whole_id, invoices.number, invoices.invoice_date,
        invoices.total_gross, bookings.mutation_number, relations.code, payments.settled_as, payments.paid_on,
        payments.mutation_numbers, payments.pending_outstanding, payments.pending_since, payments.known_at,
        coalesce(payments.outstanding, invoices.total_gross) as outstanding
      from bookings
      join invoices on invoices.organization_id = bookings.organization_id and invoices.id = bookings.invoice_id
      join relations on relations.organization_id = bookings.organization_id and relations.id = bookings.relation_id
      left join payments on payments.organization_id = invoices.organization_id and payments.invoice_id = invoices.id
      where bookings.books_id = ${of.booksId}::uuid and bookings.state in (${standing})
        and bookings.booked_at <= ${of.bookedBefore}::timestamptz
        and (coalesce(payments.outstanding, invoices.total_gross) <> 0 or payments.pending_since is not null
          or bookings.invoice_number = any(${of.numbers as string[]}::text[]))
    )
    select documents.*, whole.number as whole_number, whole.customer_snapshot ->> 'name' as customer, sums.to_pay, sums.open
    from documents
    join invoices as whole on whole.id = documents.whole_id
    cross join lateral (
      select sum(part.total_gross)::bigint as to_pay,
        sum(coalesce(of_part.outstanding, part.total_gross))::bigint as open
      from invoices as part
      left join payments as of_part on of_part.organization_id = part.organization_id and of_part.invoice_id = part.id
      where part.organization_id = whole.organization_id and part.state = 'final'
        and (part.id = whole.id or part.credits_id = whole.id)
    ) as sums
    order by documents.mutation_number`.execute(tx)
  return rows.map(payableOf)
}

type Row = {
  id: string
  whole_id: string
  number: string
  invoice_date: string
  total_gross: bigint
  mutation_number: bigint
  code: string
  settled_as: PaymentRecord['settledAs']
  paid_on: string | null
  mutation_numbers: string | null
  pending_outstanding: bigint | null
  pending_since: Date | null
  known_at: Date | null
  outstanding: bigint
  whole_number: string
  customer: string
  to_pay: bigint
  open: bigint
}

function payableOf(row: Row): PayableInBooks {
  const { pending_outstanding: pending, pending_since: since } = row
  return {
    invoiceId: row.id,
    number: row.number,
    relationCode: row.code,
    mutationNumber: Number(row.mutation_number),
    invoiceDate: row.invoice_date,
    gross: row.total_gross,
    outstanding: row.outstanding,
    settledAs: row.settled_as,
    paidOn: row.paid_on,
    mutationNumbers: row.mutation_numbers,
    knownAt: row.known_at,
    pending: pending === null || since === null ? null : { outstanding: pending, since },
    whole: {
      invoiceId: row.whole_id,
      number: row.whole_number,
      customer: row.customer,
      toPay: row.to_pay,
      outstanding: row.open,
    },
  }
}
