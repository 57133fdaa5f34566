import { type Cents, cents } from '@stella/invoicing'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** What was invoiced to a customer in one year. */
export interface CustomerYear {
  readonly year: number
  /** Without credit notes. */
  readonly invoices: number
  readonly creditNotes: number
  /** With VAT, after credit notes. */
  readonly gross: Cents
  /** What the credit notes took off; zero or less. */
  readonly credited: Cents
}

export interface CustomerFigures {
  /** Those in which anything was invoiced, the newest first. */
  readonly years: readonly CustomerYear[]
  readonly drafts: number
}

/** A customer with all that went up in it: their invoices are its history. */
export function customersUnder(id: string): RawBuilder<string> {
  return sql<string>`(select id from customers where id = ${id} or merged_into = ${id})`
}

/** What was invoiced to a customer, and to those that went up in it. */
export async function customerFigures(tx: Transaction<DB>, id: string): Promise<CustomerFigures> {
  const rows = await tx
    .selectFrom('invoices')
    .select([
      'state',
      sql<number>`extract(year from invoice_date)::int`.as('year'),
      sql<number>`(count(*) filter (where credits_id is null))::int`.as('invoices'),
      sql<number>`(count(*) filter (where credits_id is not null))::int`.as('credit_notes'),
      sql<bigint>`sum(total_gross)::bigint`.as('gross'),
      sql<bigint>`coalesce(sum(total_gross) filter (where credits_id is not null), 0)::bigint`.as('credited'),
    ])
    .where('customer_id', 'in', customersUnder(id))
    .groupBy(['state', 'year'])
    .orderBy('year', 'desc')
    .execute()
  return {
    years: rows
      .filter(({ state }) => state === 'final')
      .map((row) => ({
        year: row.year,
        invoices: row.invoices,
        creditNotes: row.credit_notes,
        gross: cents(row.gross),
        credited: cents(row.credited),
      })),
    drafts: rows.reduce((sum, row) => sum + (row.state === 'draft' ? row.invoices : 0), 0),
  }
}
