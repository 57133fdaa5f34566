import { sql, type Transaction } from 'kysely'
import { failedBookingStates } from '../bookings/booking-states.ts'
import { waitingBookings } from '../bookings/late-bookings.ts'
import { listFailedMessages } from '../messages/list-messages.ts'
import { failedRelations } from '../relations/list-failed-relations.ts'
import type { DB } from '../schema/schema.generated.ts'

/** What failed for one cause. */
export type FailedFor = {
  readonly cause: string | null
  readonly count: number
  /** The number of the first invoice; null for relations. */
  readonly number: string | null
}

export type WaitingForPeople = {
  readonly bookings: readonly FailedFor[]
  readonly relations: readonly FailedFor[]
  /** Invoices of which a mail did not arrive. */
  readonly messages: number
  /** Invoices that wait for longer than a day although the connection is active. */
  readonly late: { readonly count: number; readonly number: string | null }
}

/** All that waits for a person in the transaction's organization, the most of one cause first. Role `stella_mail`. */
export async function waitingForPeople(tx: Transaction<DB>, at: Date): Promise<WaitingForPeople> {
  const bookings = await tx
    .selectFrom('bookings')
    .where('state', 'in', failedBookingStates)
    .groupBy('cause')
    .select(['cause', count, sql<string>`(array_agg(invoice_number order by ordinal))[1]`.as('number')])
    .orderBy('count', 'desc')
    .execute()
  const relations = await failedRelations(tx)
    .groupBy('relations.cause')
    .select(['relations.cause', count, sql<null>`null`.as('number')])
    .orderBy('count', 'desc')
    .execute()
  const { count: messages } = await listFailedMessages(tx, { limit: 1 })
  const late = await waitingBookings(tx)
    .where('b.created_at', '<', sql<Date>`${at}::timestamptz - interval '1 day'`)
    .select([count, sql<string | null>`(array_agg(b.invoice_number order by b.ordinal))[1]`.as('number')])
    .executeTakeFirstOrThrow()
  return { bookings, relations, messages, late }
}

const count = sql<number>`count(*)::int`.as('count')

/** Whether anything of it is left. */
export function isAnythingWaiting({ bookings, relations, messages, late }: WaitingForPeople): boolean {
  return bookings.length + relations.length + messages + late.count > 0
}
