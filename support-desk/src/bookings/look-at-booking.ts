import { failedBookingStates } from '@stella/bookkeeping'
import {
  findSupportBooking,
  inTransaction,
  type ListedActivity,
  listExchanges,
  recordSupportAudit,
  type SupportBookingDetailRow,
  timelineOfInvoice,
} from '@stella/database'
import { addDays, type PlainDate, parsePlainDate } from '@stella/invoicing'
import { type Explanation, explain } from '../causes/explain.ts'
import { type ConnectionInSight, connectionInSight } from '../connections/connection-in-sight.ts'
import type { SupportDatabases, SupportSession } from '../desk/support-databases.ts'
import { type Exchange, exchangeOf } from '../exchanges/exchange.ts'
import { type SupportBooking, supportBookingOf } from './list-failing-bookings.ts'

/** All that helps to say why a booking is where it is. */
export interface SupportBookingDetail extends SupportBooking {
  readonly invoiceDate: PlainDate
  readonly dueDate: PlainDate
  /** What stands in the field Boekstuk of the mutation. */
  readonly reference: string
  readonly mutationNumber: bigint | null
  readonly relation: {
    readonly id: string
    readonly code: string
    readonly state: string
    readonly explanation: Explanation | null
  }
  /** The administration it stands in, or goes to. */
  readonly booksName: string
  readonly connection: ConnectionInSight | null
  /** Whether offerBookingAgain() would do something. */
  readonly retryable: boolean
  readonly timeline: readonly ListedActivity[]
  readonly exchanges: readonly Exchange[]
}

/** Everything about one booking of any organization. That it was looked at is written in the audit. */
export async function lookAtBooking(
  { support }: Pick<SupportDatabases, 'support'>,
  request: SupportSession & { readonly bookingId: string },
): Promise<SupportBookingDetail | undefined> {
  return inTransaction(support, async (tx) => {
    const row = await findSupportBooking(tx, request.bookingId)
    if (row === undefined) return undefined
    const { organization_id: organizationId, invoice_id: invoiceId, customer_id: customerId } = row
    await recordSupportAudit(tx, {
      organizationId,
      subject: { bookingId: row.id },
      action: 'looked_at',
      sessionTokenHash: request.sessionTokenHash,
    })
    const timeline = await timelineOfInvoice(tx, { organizationId, id: invoiceId, customerId })
    const exchanges = await listExchanges(tx, { bookingId: row.id, relationId: row.relation_id })
    return { ...detailOf(row), timeline, exchanges: exchanges.map(exchangeOf) }
  })
}

function detailOf(row: SupportBookingDetailRow): Omit<SupportBookingDetail, 'timeline' | 'exchanges'> {
  const booking = supportBookingOf(row)
  const invoiceDate = parsePlainDate(row.invoice_date)
  return {
    ...booking,
    invoiceDate,
    dueDate: addDays(invoiceDate, row.payment_term_days),
    reference: row.reference,
    mutationNumber: row.mutation_number,
    relation: {
      id: row.relation_id,
      code: row.relation_code,
      state: row.relation_state,
      explanation: explain(row.relation_cause, row.relation_cause_code),
    },
    booksName: row.books_name,
    connection: connectionInSight(row),
    retryable: failedBookingStates.some((state) => state === booking.state) && row.mutation !== null,
  }
}
