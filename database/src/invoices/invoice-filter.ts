import { type Cents, type PaymentState, type PlainDate, todayInAmsterdam } from '@stella/invoicing'
import { type RawBuilder, sql } from 'kysely'
import { customersUnder } from '../customers/customer-figures.ts'
import { mailStateSql } from '../messages/mail-state.ts'
import type { MailState } from '../messages/recipient-states.ts'
import { hasPaymentState } from '../payments/payment-state-sql.ts'
import { type BooksState, hasBooksState } from './books-state.ts'
import { type Age, isOpenOfAge } from './overview-figures.ts'
import { type SearchedFor, searchedText } from './search-invoices.ts'

/** What narrows a list of invoices. */
export interface InvoiceFilter {
  readonly state?: 'draft' | 'final' | undefined
  /** `in_books` are those that are booked, and those of which it was seen. */
  readonly books?: BooksState | 'in_books' | undefined
  readonly mail?: MailState | undefined
  /** `unpaid` are those of which anything is still to be paid, late or not. */
  readonly payment?: PaymentState | 'unpaid' | undefined
  /** Those that are open, of which the last day to pay lies so long ago. */
  readonly age?: Age | undefined
  /** The day by which is judged what is late; today in Amsterdam when absent. */
  readonly today?: PlainDate | undefined
  /** With those that went up in it. */
  readonly customerId?: string | undefined
  /** Words in any order; looks in the number, the name of the customer, the description and the text of the lines. */
  readonly search?: string | undefined
  /** By the date of the invoice, the first and the last day included. */
  readonly from?: PlainDate | undefined
  readonly until?: PlainDate | undefined
  /** By what it comes to with VAT, the bounds included; a credit note comes to less than nothing. */
  readonly least?: Cents | undefined
  readonly most?: Cents | undefined
  /** These alone, of which nothing else need be so. */
  readonly ids?: readonly string[] | undefined
}

/** Few of many: an index has these alone. */
export const isOpen = sql<boolean>`invoice_balances.outstanding <> 0`
const openPayments: readonly string[] = ['open', 'overdue', 'part_paid', 'overpaid']

/** What must hold of an invoice joined with its customer, its booking and its balance. */
export function conditionsOf(filter: InvoiceFilter, found: SearchedFor): RawBuilder<boolean>[] {
  const { age, books, customerId, from, ids, least, mail, most, payment, state, today, until } = filter
  const conditions: RawBuilder<boolean>[] =
    found.ids === null
      ? found.patterns.map((pattern) => sql`${searchedText} like ${pattern}`)
      : [sql`invoices.id = any(${[...found.ids]}::uuid[])`]
  if (age !== undefined || (payment !== undefined && openPayments.includes(payment))) conditions.push(isOpen)
  if (state !== undefined) conditions.push(sql`invoices.state = ${state}`)
  if (books !== undefined) conditions.push(hasBooksState(books))
  if (mail !== undefined) conditions.push(sql`${mailStateSql} = ${mail}`)
  if (payment === 'unpaid') conditions.push(sql`invoice_balances.outstanding > 0`)
  else if (payment !== undefined) conditions.push(hasPaymentState(payment, dayOf({ today })))
  if (age !== undefined) conditions.push(isOpenOfAge(age, dayOf({ today })))
  if (customerId !== undefined) conditions.push(sql`invoices.customer_id in ${customersUnder(customerId)}`)
  if (ids !== undefined) conditions.push(sql`invoices.id = any(${[...ids]}::uuid[])`)
  if (from !== undefined) conditions.push(sql`invoices.invoice_date >= ${from}::date`)
  if (until !== undefined) conditions.push(sql`invoices.invoice_date <= ${until}::date`)
  if (least !== undefined) conditions.push(sql`invoices.total_gross >= ${least}::bigint`)
  if (most !== undefined) conditions.push(sql`invoices.total_gross <= ${most}::bigint`)
  return conditions
}

/** The day by which is judged what is late. */
export function dayOf({ today }: Pick<InvoiceFilter, 'today'>): PlainDate {
  return today ?? todayInAmsterdam(new Date())
}
