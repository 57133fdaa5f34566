import { type Cents, cents } from '@stella/invoicing'
import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** All bookings that failed for one thing: a cause, or with it a relation it is a fact about. */
export interface FailureCause {
  readonly cause: string | null
  readonly causeCode: string | null
  /** Of the first of them: the booking and its invoice. */
  readonly bookingId: string
  readonly invoiceId: string
  readonly customerId: string
  readonly number: string
  readonly count: number
  readonly gross: Cents
  /** Since when the first of them waits. */
  readonly since: Date
  /** The invoices themselves, the first ones. */
  readonly invoices: readonly { id: string; number: string; customer: string; gross: Cents }[]
}

type Request = {
  states: readonly string[]
  /** Causes that are facts about a relation: such a relation holds its own invoices only. */
  causesOfRelations: readonly string[]
  limit: number
  invoiceLimit: number
}

/** What fails in the transaction's organization, by what is to blame, that with the most invoices first. */
export async function listFailureCauses(
  tx: Transaction<DB>,
  { states, causesOfRelations, limit, invoiceLimit }: Request,
): Promise<FailureCause[]> {
  const relation = relationOf(causesOfRelations)
  const groups = await tx
    .with('failing', (query) =>
      query
        .selectFrom('bookings')
        .innerJoin('invoices', 'invoices.id', 'bookings.invoice_id')
        .innerJoin('customers', 'customers.id', 'invoices.customer_id')
        .where('bookings.state', 'in', states)
        .select([
          'bookings.id',
          'bookings.cause',
          'bookings.cause_code',
          'bookings.changed_at',
          'bookings.ordinal',
          'bookings.invoice_id',
          'invoices.customer_id',
          'invoices.number',
          'invoices.total_gross',
          sql<string>`coalesce(invoices.customer_snapshot ->> 'name', customers.name)`.as('customer'),
          relation.as('relation'),
          sql<number>`row_number() over (partition by bookings.cause, ${relation} order by bookings.ordinal)`.as(
            'place',
          ),
        ]),
    )
    .selectFrom('failing')
    .select([
      'cause',
      sql<string | null>`min(cause_code) filter (where place = 1)`.as('causeCode'),
      sql<string>`(array_agg(id) filter (where place = 1))[1]`.as('bookingId'),
      sql<number>`count(*)::int`.as('count'),
      sql<string>`sum(total_gross)::text`.as('gross'),
      sql<Date>`min(changed_at)`.as('since'),
      sql<Named[]>`json_agg(json_build_object('id', invoice_id, 'customerId', customer_id, 'number', number,
        'customer', customer, 'gross', total_gross::text) order by place)
        filter (where place <= ${invoiceLimit})`.as('invoices'),
    ])
    .groupBy(['cause', 'relation'])
    .orderBy('count', 'desc')
    .orderBy('since')
    .limit(limit)
    .execute()
  return groups.map(({ gross, invoices, ...group }) => ({
    ...group,
    invoiceId: invoices[0]?.id ?? '',
    customerId: invoices[0]?.customerId ?? '',
    number: invoices[0]?.number ?? '',
    gross: cents(BigInt(gross)),
    invoices: invoices.map(({ id, number, customer, gross: own }) => ({
      id,
      number,
      customer,
      gross: cents(BigInt(own)),
    })),
  }))
}

type Named = { id: string; customerId: string; number: string; customer: string; gross: string }

/** How many things are to blame for what fails. */
export async function countFailureCauses(
  tx: Transaction<DB>,
  { states, causesOfRelations }: Pick<Request, 'states' | 'causesOfRelations'>,
): Promise<number> {
  const things = tx
    .selectFrom('bookings')
    .where('state', 'in', states)
    .select(['cause', relationOf(causesOfRelations).as('relation')])
    .distinct()
  const { count } = await tx
    .selectFrom(things.as('things'))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The relation that is to blame, if one is. */
function relationOf(causesOfRelations: readonly string[]) {
  return sql<string | null>`case when bookings.cause = any(${[...causesOfRelations]}::text[])
    then bookings.relation_id end`
}
