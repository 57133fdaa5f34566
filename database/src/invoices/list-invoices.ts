import { addDays, type Cents, cents, type PlainDate, parsePlainDate } from '@stella/invoicing'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import { customersUnder } from '../customers/customer-figures.ts'
import { cursorParts, decodeCursor, type Page, type PageRequest, pageOf, pageSize } from '../lists/page.ts'
import { searchPatterns } from '../lists/search.ts'
import type { DB } from '../schema/schema.generated.ts'
import { type BooksState, booksStateSql, hasBooksState } from './books-state.ts'

export interface InvoiceListRequest extends PageRequest {
  readonly state?: 'draft' | 'final' | undefined
  readonly books?: BooksState | undefined
  /** With those that went up in it. */
  readonly customerId?: string | undefined
  /** Words in any order; looks in the number, the name of the customer and the description. */
  readonly search?: string | undefined
}

export interface InvoiceSummary {
  readonly id: string
  readonly state: 'draft' | 'final'
  readonly number: string | null
  readonly customerId: string
  /** Of a final invoice: the name it was made with. */
  readonly customerName: string
  readonly invoiceDate: PlainDate
  readonly dueDate: PlainDate
  readonly description: string
  readonly net: Cents
  readonly vat: Cents
  readonly gross: Cents
  readonly isCreditNote: boolean
  readonly books: BooksState
  readonly revision: number
  readonly finalizedAt: Date | null
  readonly createdAt: Date
  readonly updatedAt: Date
}

/**
 * The invoices of the transaction's organization, the newest date first.
 *
 * @throws DatabaseError `cursor_invalid`
 */
export async function listInvoices(
  tx: Transaction<DB>,
  request: InvoiceListRequest = {},
): Promise<Page<InvoiceSummary>> {
  const size = pageSize(request)
  let query = selectSummaries(tx)
  if (request.state !== undefined) query = query.where('invoices.state', '=', request.state)
  if (request.books !== undefined) query = query.where(hasBooksState(request.books))
  if (request.customerId !== undefined)
    query = query.where('invoices.customer_id', 'in', customersUnder(request.customerId))
  for (const pattern of searchPatterns(request.search)) query = query.where(searchedText, 'like', pattern)
  if (request.cursor !== undefined) {
    const [date, ordinal] = decodeCursor(request.cursor, [cursorParts.date, cursorParts.integer])
    query = query.where(
      sql<boolean>`(invoices.invoice_date, invoices.ordinal) < (${date}::date, ${ordinal}::bigint)`,
    )
  }
  const rows = await query
    .orderBy('invoices.invoice_date', 'desc')
    .orderBy('invoices.ordinal', 'desc')
    .limit(size + 1)
    .execute()
  return pageOf(rows, size, (row) => [row.invoice_date, String(row.ordinal)], summaryOf)
}

const searchedText: RawBuilder<string> = sql`(invoices.search_text || ' ' || customers.sort_name)`

function selectSummaries(tx: Transaction<DB>) {
  return tx
    .selectFrom('invoices')
    .innerJoin('customers', (join) =>
      join
        .onRef('customers.organization_id', '=', 'invoices.organization_id')
        .onRef('customers.id', '=', 'invoices.customer_id'),
    )
    .leftJoin('bookings', (join) =>
      join
        .onRef('bookings.organization_id', '=', 'invoices.organization_id')
        .onRef('bookings.invoice_id', '=', 'invoices.id'),
    )
    .select([
      'invoices.id',
      'invoices.ordinal',
      'invoices.state',
      sql<boolean>`invoices.credits_id is not null`.as('is_credit_note'),
      'invoices.number',
      'invoices.customer_id',
      sql<string>`coalesce(invoices.customer_snapshot ->> 'name', customers.name)`.as('customer_name'),
      'invoices.invoice_date',
      'invoices.payment_term_days',
      'invoices.description',
      'invoices.total_net',
      'invoices.total_vat',
      'invoices.total_gross',
      booksStateSql.as('books'),
      'invoices.revision',
      'invoices.finalized_at',
      'invoices.created_at',
      'invoices.updated_at',
    ])
}

type SummaryRow = Awaited<ReturnType<ReturnType<typeof selectSummaries>['execute']>>[number]

function summaryOf(row: SummaryRow): InvoiceSummary {
  const invoiceDate = parsePlainDate(row.invoice_date)
  return {
    id: row.id,
    state: row.state,
    number: row.number,
    customerId: row.customer_id,
    customerName: row.customer_name,
    invoiceDate,
    dueDate: addDays(invoiceDate, row.payment_term_days),
    description: row.description,
    net: cents(row.total_net),
    vat: cents(row.total_vat),
    gross: cents(row.total_gross),
    isCreditNote: row.is_credit_note,
    books: row.books,
    revision: row.revision,
    finalizedAt: row.finalized_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
