import {
  addDays,
  type Cents,
  cents,
  type PaymentState,
  type PlainDate,
  parsePlainDate,
  stillToPay,
  todayInAmsterdam,
  ZERO,
} from '@stella/invoicing'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import { customersUnder } from '../customers/customer-figures.ts'
import { cursorParts, decodeCursor, type Page, type PageRequest, pageOf, pageSize } from '../lists/page.ts'
import { searchPatterns } from '../lists/search.ts'
import { mailedAtSql, mailStateSql } from '../messages/mail-state.ts'
import type { MailState } from '../messages/recipient-states.ts'
import { hasPaymentState, outstandingSql, paymentStateSql } from '../payments/payment-state-sql.ts'
import type { DB } from '../schema/schema.generated.ts'
import { type BooksState, booksStateSql, hasBooksState } from './books-state.ts'
import { type Age, isOpenOfAge } from './overview-figures.ts'

/** What narrows a list of invoices. */
export interface InvoiceFilter {
  readonly state?: 'draft' | 'final' | undefined
  readonly books?: BooksState | undefined
  readonly mail?: MailState | undefined
  readonly payment?: PaymentState | undefined
  /** Those that are open, of which the last day to pay lies so long ago. */
  readonly age?: Age | undefined
  /** The day by which is judged what is late; today in Amsterdam when absent. */
  readonly today?: PlainDate | undefined
  /** With those that went up in it. */
  readonly customerId?: string | undefined
  /** Words in any order; looks in the number, the name of the customer and the description. */
  readonly search?: string | undefined
  /** By the date of the invoice, the first and the last day included. */
  readonly from?: PlainDate | undefined
  readonly until?: PlainDate | undefined
  /** These alone, of which nothing else need be so. */
  readonly ids?: readonly string[] | undefined
}

export type InvoiceListRequest = InvoiceFilter & PageRequest

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
 * The invoices of the transaction's organization, the newest date first.
 *
 * @throws DatabaseError `cursor_invalid`
 */
export async function listInvoices(
  tx: Transaction<DB>,
  request: InvoiceListRequest = {},
): Promise<Page<InvoiceSummary>> {
  const size = pageSize(request)
  let query = selectSummaries(tx, dayOf(request)).where((eb) => eb.and(conditionsOf(request)))
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

/** The sums of final invoices that pass a filter; drafts owe nothing yet, and count only where they are asked for. */
export interface InvoiceSums {
  readonly count: number
  readonly net: Cents
  readonly vat: Cents
  readonly gross: Cents
}

/** What the invoices of the transaction's organization come to, as many of them as pass the filter. */
export async function sumInvoices(tx: Transaction<DB>, filter: InvoiceFilter = {}): Promise<InvoiceSums> {
  const row = await withJoins(tx)
    .where((eb) => eb.and(conditionsOf({ ...filter, state: filter.state ?? 'final' })))
    .select([
      sql<number>`count(*)::int`.as('count'),
      sql<bigint>`coalesce(sum(invoices.total_net), 0)::bigint`.as('net'),
      sql<bigint>`coalesce(sum(invoices.total_vat), 0)::bigint`.as('vat'),
      sql<bigint>`coalesce(sum(invoices.total_gross), 0)::bigint`.as('gross'),
    ])
    .executeTakeFirstOrThrow()
  return { count: row.count, net: cents(row.net), vat: cents(row.vat), gross: cents(row.gross) }
}

function conditionsOf({
  age,
  books,
  customerId,
  from,
  ids,
  mail,
  payment,
  search,
  state,
  today,
  until,
}: InvoiceFilter): RawBuilder<boolean>[] {
  const conditions: RawBuilder<boolean>[] = searchPatterns(search).map(
    (pattern) => sql`${searchedText} like ${pattern}`,
  )
  if (state !== undefined) conditions.push(sql`invoices.state = ${state}`)
  if (books !== undefined) conditions.push(hasBooksState(books))
  if (mail !== undefined) conditions.push(sql`${mailStateSql} = ${mail}`)
  if (payment !== undefined) conditions.push(hasPaymentState(payment, dayOf({ today })))
  if (age !== undefined) conditions.push(isOpenOfAge(age, dayOf({ today })))
  if (customerId !== undefined) conditions.push(sql`invoices.customer_id in ${customersUnder(customerId)}`)
  if (ids !== undefined) conditions.push(sql`invoices.id = any(${[...ids]}::uuid[])`)
  if (from !== undefined) conditions.push(sql`invoices.invoice_date >= ${from}::date`)
  if (until !== undefined) conditions.push(sql`invoices.invoice_date <= ${until}::date`)
  return conditions
}

function dayOf({ today }: Pick<InvoiceFilter, 'today'>): PlainDate {
  return today ?? todayInAmsterdam(new Date())
}

const searchedText: RawBuilder<string> = sql`(invoices.search_text || ' ' || customers.sort_name)`

function withJoins(tx: Transaction<DB>) {
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
    'invoices.invoice_date',
    'invoices.payment_term_days',
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
