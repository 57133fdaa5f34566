import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** A final document of a period, with its booking where it has one. */
export interface SaleRow {
  readonly invoiceId: string
  readonly number: string
  readonly customer: string
  readonly vatNumber: string | null
  readonly date: string
  /** [{treatment, rate, net, vat, gross}], amounts as decimal strings. */
  readonly vatGroups: unknown
  /** The invoice that it takes back, of a credit note. */
  readonly creditsId: string | null
  readonly booking: {
    readonly id: string
    readonly booksId: string
    readonly state: string
    readonly cause: string | null
    readonly mutationNumber: number | null
    readonly reference: string
    readonly bookedAt: Date | null
    /** As it was or will be sent; null where it could not be planned. */
    readonly mutation: unknown
  } | null
}

/** The final documents of a period that come to something, by number; of those that Stella made. */
export async function listSales(
  tx: Transaction<DB>,
  { from, until }: { from: string; until: string },
): Promise<SaleRow[]> {
  const rows = await tx
    .selectFrom('invoices')
    .leftJoin('bookings', (join) =>
      join
        .onRef('bookings.organization_id', '=', 'invoices.organization_id')
        .onRef('bookings.invoice_id', '=', 'invoices.id'),
    )
    .select([
      'invoices.id',
      'invoices.number',
      sql<string>`invoices.customer_snapshot ->> 'name'`.as('customer'),
      sql<string | null>`invoices.customer_snapshot ->> 'vatNumber'`.as('vat_number'),
      'invoices.invoice_date',
      'invoices.vat_groups',
      'invoices.credits_id',
      'bookings.id as booking_id',
      'bookings.books_id',
      'bookings.state',
      'bookings.cause',
      'bookings.mutation_number',
      'bookings.reference',
      'bookings.booked_at',
      'bookings.mutation',
    ])
    .where('invoices.state', '=', 'final')
    .where('invoices.origin', 'is', null)
    .where('invoices.invoice_date', '>=', from)
    .where('invoices.invoice_date', '<=', until)
    .where((eb) => eb.or([eb('invoices.total_net', '<>', 0n), eb('invoices.total_vat', '<>', 0n)]))
    .orderBy('invoices.number')
    .execute()
  return rows.map((row) => ({
    invoiceId: row.id,
    number: row.number ?? '',
    customer: row.customer,
    vatNumber: row.vat_number,
    date: row.invoice_date,
    vatGroups: row.vat_groups,
    creditsId: row.credits_id,
    booking:
      row.booking_id === null || row.books_id === null || row.state === null || row.reference === null
        ? null
        : {
            id: row.booking_id,
            booksId: row.books_id,
            state: row.state,
            cause: row.cause,
            mutationNumber: row.mutation_number === null ? null : Number(row.mutation_number),
            reference: row.reference,
            bookedAt: row.booked_at,
            mutation: row.mutation,
          },
  }))
}

/** Which of these numbers final invoices of whichever period have. */
export async function numbersGiven(tx: Transaction<DB>, numbers: readonly string[]): Promise<Set<string>> {
  if (numbers.length === 0) return new Set()
  const rows = await tx
    .selectFrom('invoices')
    .select('number')
    .where('number', 'in', [...numbers])
    .execute()
  return new Set(rows.map(({ number }) => number ?? ''))
}
