import {
  type Cents,
  cents,
  type PaymentState,
  type PlainDate,
  parsePlainDate,
  stillToPay,
  ZERO,
} from '@stella/invoicing'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import { decodeCursor, type Page, type PageRequest, pageOf, pageSize } from '../lists/page.ts'
import type { SortDirection } from '../lists/sort.ts'
import { mailedAtSql, mailStateSql } from '../messages/mail-state.ts'
import type { MailState } from '../messages/recipient-states.ts'
import { outstandingSql, paymentStateSql } from '../payments/payment-state-sql.ts'
import type { DB } from '../schema/schema.generated.ts'
import { type BooksState, booksStateSql } from './books-state.ts'
import { conditionsOf, dayOf, type InvoiceFilter, isOpen } from './invoice-filter.ts'
import { afterPlace, type InvoiceSort, type Stretch, stretchesOf } from './invoice-order.ts'
import { type SearchedFor, whatIsFound } from './search-invoices.ts'

export type InvoiceListRequest = InvoiceFilter &
  PageRequest & {
    /** Default `date`, descending. */
    readonly sort?: InvoiceSort | undefined
    readonly direction?: SortDirection | undefined
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
  /** Zero of a draft and of a credit note. */
  readonly stillToPay: Cents
  readonly pricesIncludeVat: boolean
  readonly isCreditNote: boolean
  readonly books: BooksState
  /** Null of a draft, and of a credit note. */
  readonly payment: PaymentState | null
  /** What is open of it with its credit notes; of a credit note what is open of that. */
  readonly outstanding: Cents
  /** How its mails stand; null of a draft. */
  readonly mail: MailState | null
  /** The program or the file that it came from; null of those that Stella made. */
  readonly origin: string | null
  /** When a mail server last took one for the customer. */
  readonly mailedAt: Date | null
  readonly revision: number
  readonly finalizedAt: Date | null
  readonly createdAt: Date
  readonly updatedAt: Date
}

/**
 * The invoices of the transaction's organization, the newest date first, or as they are to be sorted.
 *
 * @throws DatabaseError `cursor_invalid`
 */
export async function listInvoices(
  tx: Transaction<DB>,
  request: InvoiceListRequest = {},
): Promise<Page<InvoiceSummary>> {
  const size = pageSize(request)
  const { direction = 'descending', sort = 'date' } = request
  const order = `${sort} ${direction}`
  const stretches = stretchesOf(sort, direction)
  const start = request.cursor === undefined ? null : placeIn(request.cursor, order, stretches)
  const found = await whatIsFound(tx, request.search)
  const rows: (SummaryRow & { stretch: number })[] = []
  for (let at = start?.stretch ?? 0; at < stretches.length && rows.length <= size; at += 1) {
    const stretch = stretches[at] as Stretch
    const place = start?.stretch === at ? start.place : null
    const wanted = size + 1 - rows.length
    const part = await stretchOf(tx, { request, found, stretch, place, wanted })
    rows.push(...part.map((row) => ({ ...row, stretch: at })))
  }
  const keyOf = (row: (typeof rows)[number]) => [
    order,
    String(row.stretch),
    ...(stretches[row.stretch]?.keys ?? []).map(({ of }) => of(row)),
  ]
  return pageOf(rows, size, keyOf, summaryOf)
}

type Place = { readonly stretch: number; readonly place: readonly string[] }

/** Where a page begins: in which stretch, and after which of its rows. */
function placeIn(cursor: string, order: string, stretches: readonly Stretch[]): Place {
  const [, stretch = '', ...place] = decodeCursor(cursor, ([, at]) => [
    (text) => text === order,
    (text) => stretches[Number(text)] !== undefined,
    ...(stretches[Number(at)]?.keys ?? []).map(({ part }) => part),
  ])
  return { stretch: Number(stretch), place }
}

type StretchRequest = {
  readonly request: InvoiceListRequest
  readonly found: SearchedFor
  readonly stretch: Stretch
  readonly place: readonly string[] | null
  readonly wanted: number
}

function stretchOf(tx: Transaction<DB>, { found, place, request, stretch, wanted }: StretchRequest) {
  const { direction, keys, where } = stretch
  let query = selectSummaries(tx, dayOf(request)).where((eb) => eb.and(conditionsOf(request, found)))
  if (where !== null) query = query.where(where)
  if (place !== null) query = query.where(afterPlace(stretch, place))
  for (const { column } of keys) query = query.orderBy(column, direction === 'ascending' ? 'asc' : 'desc')
  return query.limit(wanted).execute()
}

/** The sums of final invoices that pass a filter; drafts owe nothing yet, and count only where they are asked for. */
export interface InvoiceSums {
  readonly count: number
  readonly net: Cents
  readonly vat: Cents
  readonly gross: Cents
  /** What is open of them, credit notes with their invoices. */
  readonly outstanding: Cents
}

/** What the invoices of the transaction's organization come to, as many of them as pass the filter. */
export async function sumInvoices(tx: Transaction<DB>, filter: InvoiceFilter = {}): Promise<InvoiceSums> {
  const found = await whatIsFound(tx, filter.search)
  const passing = forSums(tx).where((eb) =>
    eb.and(conditionsOf({ ...filter, state: filter.state ?? 'final' }, found)),
  )
  const row = await passing
    .select([
      sql<number>`count(*)::int`.as('count'),
      sql<bigint>`coalesce(sum(invoices.total_net), 0)::bigint`.as('net'),
      sql<bigint>`coalesce(sum(invoices.total_vat), 0)::bigint`.as('vat'),
      sql<bigint>`coalesce(sum(invoices.total_gross), 0)::bigint`.as('gross'),
    ])
    .executeTakeFirstOrThrow()
  const { outstanding } = await passing
    .where(isOpen)
    .select(sql<bigint>`coalesce(sum(invoice_balances.outstanding), 0)::bigint`.as('outstanding'))
    .executeTakeFirstOrThrow()
  return {
    count: row.count,
    net: cents(row.net),
    vat: cents(row.vat),
    gross: cents(row.gross),
    outstanding: cents(outstanding),
  }
}

/** With joins that PostgreSQL leaves out where nothing is asked of them. */
function forSums(tx: Transaction<DB>) {
  return withFigures(tx).leftJoin('customers', (join) =>
    join
      .onRef('customers.organization_id', '=', 'invoices.organization_id')
      .onRef('customers.id', '=', 'invoices.customer_id'),
  )
}

function withJoins(tx: Transaction<DB>) {
  return withFigures(tx).innerJoin('customers', (join) =>
    join
      .onRef('customers.organization_id', '=', 'invoices.organization_id')
      .onRef('customers.id', '=', 'invoices.customer_id'),
  )
}

function withFigures(tx: Transaction<DB>) {
  return tx
    .selectFrom('invoices')
    .leftJoin('bookings', (join) =>
      join
        .onRef('bookings.organization_id', '=', 'invoices.organization_id')
        .onRef('bookings.invoice_id', '=', 'invoices.id'),
    )
    .leftJoin('invoice_balances', (join) =>
      join
        .onRef('invoice_balances.organization_id', '=', 'invoices.organization_id')
        .onRef('invoice_balances.invoice_id', '=', 'invoices.id'),
    )
}

function selectSummaries(tx: Transaction<DB>, today: PlainDate) {
  return withJoins(tx).select([
    'invoices.id',
    'invoices.ordinal',
    'invoices.state',
    sql<boolean>`(invoices.credits_id is not null or coalesce(invoices.origin_is_credit, false))`.as(
      'is_credit_note',
    ),
    'invoices.number',
    'invoices.customer_id',
    sql<string>`coalesce(invoices.customer_snapshot ->> 'name', customers.name)`.as('customer_name'),
    'customers.sort_name',
    'invoices.invoice_date',
    'invoices.due_date',
    'invoices.number_order',
    'invoice_balances.outstanding as balance',
    'invoices.description',
    'invoices.total_net',
    'invoices.total_vat',
    'invoices.total_gross',
    'invoices.prices_include_vat',
    creditedSql.as('credited'),
    booksStateSql.as('books'),
    paymentStateSql(today).as('payment'),
    outstandingSql.as('outstanding'),
    mailStateSql.as('mail'),
    mailedAtSql.as('mailed_at'),
    'invoices.revision',
    'invoices.origin',
    'invoices.finalized_at',
    'invoices.created_at',
    'invoices.updated_at',
  ])
}

/** What the credit notes of an invoice come to: zero or less. */
const creditedSql: RawBuilder<bigint> = sql`(
  select coalesce(sum(note.total_gross), 0)::bigint from invoices note
  where note.organization_id = invoices.organization_id and note.credits_id = invoices.id and note.state = 'final')`

type SummaryRow = Awaited<ReturnType<ReturnType<typeof selectSummaries>['execute']>>[number]

function summaryOf(row: SummaryRow): InvoiceSummary {
  return {
    id: row.id,
    state: row.state,
    number: row.number,
    customerId: row.customer_id,
    customerName: row.customer_name,
    invoiceDate: parsePlainDate(row.invoice_date),
    dueDate: parsePlainDate(row.due_date),
    description: row.description,
    net: cents(row.total_net),
    vat: cents(row.total_vat),
    gross: cents(row.total_gross),
    stillToPay: row.state === 'draft' ? ZERO : stillToPayOf(row),
    pricesIncludeVat: row.prices_include_vat,
    isCreditNote: row.is_credit_note,
    books: row.books,
    payment: row.payment,
    outstanding: cents(row.outstanding),
    mail: row.mail,
    origin: row.origin,
    mailedAt: row.mailed_at,
    revision: row.revision,
    finalizedAt: row.finalized_at,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

function stillToPayOf(row: SummaryRow): Cents {
  const totals = { gross: cents(row.total_gross) }
  return stillToPay({ totals, credits: row.is_credit_note || null }, [{ gross: cents(row.credited) }])
}
