import { failedBookingStates } from '@stella/bookkeeping'
import {
  type ExchangeRow,
  findSupportBooking,
  inTransaction,
  type ListedActivity,
  listExchanges,
  recordSupportAudit,
  type SupportBookingDetailRow,
  timelineOfInvoice,
} from '@stella/database'
import { addDays, type PlainDate, parsePlainDate } from '@stella/invoicing'
import { type Explanation, explain } from './explain.ts'
import { type SupportBooking, supportBookingOf } from './failing-bookings.ts'
import type { SupportDatabases, SupportUser } from './support-databases.ts'

/** One remote call, with the three codes and the session cut out before it was ever stored. */
export interface Exchange {
  readonly id: string
  readonly at: Date
  readonly operation: string
  /** Null when the call was begun and nothing is known of its end. */
  readonly outcome: string | null
  readonly serviceCode: string | null
  readonly httpStatus: number | null
  readonly durationMs: number | null
  readonly request: string | null
  readonly answer: string | null
}

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
  readonly connection: { readonly state: string; readonly explanation: Explanation | null } | null
  /** Whether offerAgain() would do something. */
  readonly retryable: boolean
  readonly timeline: readonly ListedActivity[]
  readonly exchanges: readonly Exchange[]
}

/** Everything about one booking of any organization. That it was looked at is written in the audit. */
export async function lookAtBooking(
  { support }: Pick<SupportDatabases, 'support'>,
  request: { readonly bookingId: string; readonly user: SupportUser; readonly now: Date },
): Promise<SupportBookingDetail | undefined> {
  return inTransaction(support, async (tx) => {
    const row = await findSupportBooking(tx, request.bookingId)
    if (row === undefined) return undefined
    const { organization_id: organizationId, invoice_id: invoiceId, customer_id: customerId } = row
    await recordSupportAudit(tx, {
      organizationId,
      bookingId: row.id,
      action: 'looked_at',
      user: request.user,
      at: request.now,
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
    connection:
      row.connection_state === null
        ? null
        : { state: row.connection_state, explanation: explain(row.paused_cause, null) },
    retryable: failedBookingStates.some((state) => state === booking.state) && row.mutation !== null,
  }
}

function exchangeOf(row: ExchangeRow): Exchange {
  return {
    id: row.id,
    at: row.started_at,
    operation: row.operation,
    outcome: row.outcome,
    serviceCode: row.code,
    httpStatus: row.http_status,
    durationMs: row.finished_at === null ? null : row.finished_at.getTime() - row.started_at.getTime(),
    request: row.request,
    answer: row.response,
  }
}
