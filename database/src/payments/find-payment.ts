import type { PaymentState, PlainDate, SettledAs } from '@stella/invoicing'
import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import { outstandingSql, paymentStateSql } from './payment-state-sql.ts'

/** How the payment of one final document stands. */
export interface PaymentOfInvoice {
  /** Null of a credit note: it is part of its invoice. */
  readonly state: PaymentState | null
  /** With its credit notes, in cents. */
  readonly outstanding: bigint
  readonly settledAs: SettledAs | null
  readonly paidOn: string | null
  readonly mutationNumbers: string | null
  /** Since when that is known; null where all of it is open and nothing was ever read or said. */
  readonly knownAt: Date | null
  /** Who said it; null where it was read from the books. */
  readonly saidBy: string | null
  /** When the open items of the books it stands in were last read; null where they were not, or it stands in none. */
  readonly readAt: Date | null
  /** Money of the same customer under numbers that nobody invoiced, in the linked books. */
  readonly strays: readonly {
    readonly invoiceNumber: string
    readonly date: string
    readonly amount: bigint
  }[]
}

/** Undefined for a draft, and where there is no such invoice. */
export async function findPayment(
  tx: Transaction<DB>,
  invoiceId: string,
  today: PlainDate,
): Promise<PaymentOfInvoice | undefined> {
  const row = await tx
    .selectFrom('invoices')
    .leftJoin('payments', (join) =>
      join
        .onRef('payments.organization_id', '=', 'invoices.organization_id')
        .onRef('payments.invoice_id', '=', 'invoices.id'),
    )
    .leftJoin('bookings', (join) =>
      join
        .onRef('bookings.organization_id', '=', 'invoices.organization_id')
        .onRef('bookings.invoice_id', '=', 'invoices.id'),
    )
    .leftJoin('books', 'books.id', 'bookings.books_id')
    .select([
      paymentStateSql(today).as('state'),
      outstandingSql.as('outstanding'),
      'invoices.customer_id',
      'payments.settled_as',
      'payments.paid_on',
      'payments.mutation_numbers',
      'payments.known_at',
      'payments.said_by',
      'books.open_items_read_at',
    ])
    .where('invoices.id', '=', invoiceId)
    .where('invoices.state', '=', 'final')
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    state: row.state,
    outstanding: row.outstanding,
    settledAs: row.settled_as as SettledAs | null,
    paidOn: row.paid_on,
    mutationNumbers: row.mutation_numbers,
    knownAt: row.known_at,
    saidBy: row.said_by,
    readAt: row.open_items_read_at,
    strays: await straysOf(tx, row.customer_id),
  }
}

async function straysOf(tx: Transaction<DB>, customerId: string) {
  const rows = await tx
    .selectFrom('stray_payments')
    .innerJoin('connections', 'connections.books_id', 'stray_payments.books_id')
    .innerJoin('relations', (join) =>
      join
        .onRef('relations.books_id', '=', 'stray_payments.books_id')
        .onRef('relations.code', '=', 'stray_payments.relation_code'),
    )
    .select(['stray_payments.invoice_number', 'stray_payments.date', 'stray_payments.amount'])
    .where('relations.customer_id', '=', customerId)
    .orderBy('stray_payments.date')
    .execute()
  return rows.map(({ amount, date, invoice_number }) => ({ invoiceNumber: invoice_number, date, amount }))
}

/** What all final invoices together have open, and those of it that are late. */
export interface PaymentFigures {
  readonly outstanding: bigint
  readonly overdue: { readonly count: number; readonly amount: bigint }
}

export async function paymentFigures(tx: Transaction<DB>, today: PlainDate): Promise<PaymentFigures> {
  const { rows } = await sql<{ outstanding: bigint; count: number; amount: bigint }>`
    with open as (
      select coalesce(invoices.credits_id, invoices.id) as whole_id,
        sum(coalesce(payments.outstanding, invoices.total_gross)) as amount
      from invoices
      left join payments on payments.organization_id = invoices.organization_id and payments.invoice_id = invoices.id
      where invoices.state = 'final' and coalesce(payments.outstanding, invoices.total_gross) <> 0
      group by 1
    ), late as (
      select open.amount from open join invoices on invoices.id = open.whole_id
      where open.amount * sign(invoices.total_gross) > 0
        and invoices.invoice_date + invoices.payment_term_days < ${today}::date
    )
    select (select coalesce(sum(amount), 0)::bigint from open) as outstanding,
      (select count(*)::int from late) as count,
      (select coalesce(sum(amount), 0)::bigint from late) as amount`.execute(tx)
  const [row] = rows
  return {
    outstanding: row?.outstanding ?? 0n,
    overdue: { count: row?.count ?? 0, amount: row?.amount ?? 0n },
  }
}
