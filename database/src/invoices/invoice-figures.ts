import { type Cents, cents, type PlainDate } from '@stella/invoicing'
import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import { type BooksState, booksStateSql } from './books-state.ts'

/** How the final invoices stand in the books. Together the counts are all of them. */
export interface BooksFigures {
  readonly counts: Readonly<Record<Exclude<BooksState, 'none'>, number>>
  /** When the invoice that waits longest became final. */
  readonly oldestWaitingSince: Date | null
}

export async function booksFigures(tx: Transaction<DB>): Promise<BooksFigures> {
  const rows = await tx
    .selectFrom('invoices')
    .leftJoin('bookings', (join) =>
      join
        .onRef('bookings.organization_id', '=', 'invoices.organization_id')
        .onRef('bookings.invoice_id', '=', 'invoices.id'),
    )
    .where('invoices.state', '=', 'final')
    .select([
      booksStateSql.as('books'),
      sql<number>`count(*)::int`.as('count'),
      sql<Date | null>`min(invoices.finalized_at)`.as('oldest'),
    ])
    .groupBy('books')
    .execute()
  const countOf = (state: BooksState) => rows.find((row) => row.books === state)?.count ?? 0
  return {
    counts: {
      not_connected: countOf('not_connected'),
      nothing_to_book: countOf('nothing_to_book'),
      history: countOf('history'),
      waiting: countOf('waiting'),
      booked: countOf('booked'),
      verified: countOf('verified'),
      adopted: countOf('adopted'),
      excluded: countOf('excluded'),
      failed: countOf('failed'),
    },
    oldestWaitingSince: rows.find((row) => row.books === 'waiting')?.oldest ?? null,
  }
}

/** How many invoices are not final yet. */
export async function countDrafts(tx: Transaction<DB>): Promise<number> {
  const { count } = await tx
    .selectFrom('invoices')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('state', '=', 'draft')
    .executeTakeFirstOrThrow()
  return count
}

export interface TurnoverFigures {
  readonly invoiceCount: number
  readonly net: Cents
  readonly vat: Cents
  readonly gross: Cents
}

/** What the final invoices of a span of days come to, both days included; without a span, of all time. */
export async function turnoverFigures(
  tx: Transaction<DB>,
  span?: { readonly from: PlainDate; readonly until: PlainDate },
): Promise<TurnoverFigures> {
  let query = tx
    .selectFrom('invoices')
    .where('state', '=', 'final')
    .select([
      sql<number>`count(*)::int`.as('count'),
      sql<bigint>`coalesce(sum(total_net), 0)::bigint`.as('net'),
      sql<bigint>`coalesce(sum(total_vat), 0)::bigint`.as('vat'),
      sql<bigint>`coalesce(sum(total_gross), 0)::bigint`.as('gross'),
    ])
  if (span !== undefined) {
    query = query.where('invoice_date', '>=', span.from).where('invoice_date', '<=', span.until)
  }
  const row = await query.executeTakeFirstOrThrow()
  return { invoiceCount: row.count, net: cents(row.net), vat: cents(row.vat), gross: cents(row.gross) }
}
