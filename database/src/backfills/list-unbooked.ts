import { sql, type Transaction } from 'kysely'
import { standingBookingStates } from '../bookings/booking-states.ts'
import type { DB } from '../schema/schema.generated.ts'

/** A final document that Stella did not book, and that nobody left out. */
export type UnbookedRow = {
  readonly invoiceId: string
  readonly number: string
  readonly customerId: string
  readonly customer: string
  readonly date: string
  readonly net: bigint
  readonly vat: bigint
  readonly gross: bigint
  readonly isHistory: boolean
  readonly creditsId: string | null
  /** Whether what it takes back stands in these books. */
  readonly isCreditedInBooks: boolean
}

/** Those of this day and later that come to something, in the order in which they became final. */
export async function listUnbooked(
  tx: Transaction<DB>,
  { booksId, from }: { booksId: string; from: string },
): Promise<UnbookedRow[]> {
  const standing = sql.join(standingBookingStates.map((state) => sql.lit(state)))
  const { rows } = await sql<UnbookedRow>`
    select invoices.id as "invoiceId", invoices.number, invoices.customer_id as "customerId",
      invoices.customer_snapshot ->> 'name' as customer, invoices.invoice_date as date, invoices.total_net as net,
      invoices.total_vat as vat, invoices.total_gross as gross, invoices.origin is not null as "isHistory",
      invoices.credits_id as "creditsId",
      exists (select from bookings as credited where credited.organization_id = invoices.organization_id
        and credited.invoice_id = invoices.credits_id and credited.books_id = ${booksId}::uuid
        and credited.state in (${standing})) as "isCreditedInBooks"
    from invoices
    where invoices.state = 'final' and invoices.invoice_date >= ${from}::date
      and not (invoices.total_net = 0 and invoices.total_vat = 0)
      and not exists (select from bookings as own
        where own.organization_id = invoices.organization_id and own.invoice_id = invoices.id)
      and not exists (select from booking_overrides as said
        where said.organization_id = invoices.organization_id and said.invoice_id = invoices.id and said.undone_at is null)
    order by invoices.finalized_at, invoices.ordinal`.execute(tx)
  return rows
}

/** The numbers of mutations in these books that invoices of Stella are. */
export async function mutationNumbersTaken(tx: Transaction<DB>, booksId: string): Promise<Set<number>> {
  const rows = await tx
    .selectFrom('bookings')
    .select('mutation_number')
    .where('books_id', '=', booksId)
    .where('mutation_number', 'is not', null)
    .execute()
  return new Set(rows.map(({ mutation_number: number }) => Number(number)))
}
