import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** What stands in books, and what is meant for them; sums in cents. */
export type BooksFacts = {
  /** Booked there, and therefore to stay there. */
  readonly booked: { readonly count: number; readonly gross: bigint; readonly lastAt: Date | null }
  /** The lowest and the highest number of those; null when there is none. */
  readonly numbers: { readonly first: string; readonly last: string } | null
  /** Never sent, or certainly not accepted: they stand nowhere. */
  readonly waiting: readonly OpenInvoice[]
  readonly waitingCount: number
  readonly waitingGross: bigint
  /** Sent there, and nobody knows what became of it. */
  readonly unknown: readonly OpenInvoice[]
  readonly unknownCount: number
  /** One that must be there: the one that was booked last. */
  readonly mark: {
    readonly invoiceNumber: string
    readonly reference: string
    readonly mutationNumber: number
  } | null
}

export type OpenInvoice = {
  readonly invoiceId: string
  readonly number: string
  readonly customer: string
  readonly gross: bigint
  readonly state: string
  readonly nextAt: Date | null
  readonly changedAt: Date
}

/** So many are named; the others are counted. */
const NAMED = 5

export async function booksFacts(tx: Transaction<DB>, booksId: string): Promise<BooksFacts> {
  const booked = await figuresOf(tx, booksId, 'booked')
  const waiting = await figuresOf(tx, booksId, 'waiting')
  const unknown = await figuresOf(tx, booksId, 'unknown')
  return {
    booked: { count: booked.count, gross: booked.gross, lastAt: booked.last_at },
    numbers:
      booked.first === null || booked.last === null ? null : { first: booked.first, last: booked.last },
    waiting: await namedOf(tx, booksId, 'waiting'),
    waitingCount: waiting.count,
    waitingGross: waiting.gross,
    unknown: await namedOf(tx, booksId, 'unknown'),
    unknownCount: unknown.count,
    mark: await markOf(tx, booksId),
  }
}

/** The same sets as moveBookings() takes along and leaves. */
const sets = {
  booked: sql<boolean>`(bookings.state in ('booked', 'verified') or bookings.mutation_number is not null)
    and bookings.state <> 'unknown'`,
  waiting: sql<boolean>`bookings.state in ('planned', 'rejected') and bookings.mutation_number is null`,
  unknown: sql<boolean>`bookings.state in ('sending', 'unknown')
    or (bookings.state = 'conflict' and bookings.mutation_number is null)`,
}

async function figuresOf(tx: Transaction<DB>, booksId: string, set: keyof typeof sets) {
  return tx
    .selectFrom('bookings')
    .innerJoin('invoices', 'invoices.id', 'bookings.invoice_id')
    .select([
      sql<number>`count(*)::int`.as('count'),
      sql<bigint>`coalesce(sum(invoices.total_gross), 0)::bigint`.as('gross'),
      sql<Date | null>`max(bookings.booked_at)`.as('last_at'),
      sql<string | null>`min(bookings.invoice_number)`.as('first'),
      sql<string | null>`max(bookings.invoice_number)`.as('last'),
    ])
    .where('bookings.books_id', '=', booksId)
    .where(sets[set])
    .executeTakeFirstOrThrow()
}

async function namedOf(tx: Transaction<DB>, booksId: string, set: keyof typeof sets): Promise<OpenInvoice[]> {
  return tx
    .selectFrom('bookings')
    .innerJoin('invoices', 'invoices.id', 'bookings.invoice_id')
    .innerJoin('customers', 'customers.id', 'invoices.customer_id')
    .select([
      'bookings.invoice_id as invoiceId',
      'bookings.invoice_number as number',
      'customers.name as customer',
      sql<bigint>`coalesce(invoices.total_gross, 0)`.as('gross'),
      'bookings.state',
      'bookings.next_at as nextAt',
      'bookings.changed_at as changedAt',
    ])
    .where('bookings.books_id', '=', booksId)
    .where(sets[set])
    .orderBy('bookings.ordinal')
    .limit(NAMED)
    .execute()
}

async function markOf(tx: Transaction<DB>, booksId: string): Promise<BooksFacts['mark']> {
  const row = await tx
    .selectFrom('bookings')
    .select(['invoice_number', 'reference', 'mutation_number'])
    .where('books_id', '=', booksId)
    .where('state', 'in', ['booked', 'verified'])
    .where('mutation_number', 'is not', null)
    .orderBy('booked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined || row.mutation_number === null) return null
  return {
    invoiceNumber: row.invoice_number,
    reference: row.reference,
    mutationNumber: Number(row.mutation_number),
  }
}
