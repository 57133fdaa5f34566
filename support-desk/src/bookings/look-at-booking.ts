import { failedBookingStates } from '@stella/bookkeeping'
import {
  findOpenCase,
  findSupportBooking,
  inTransaction,
  type ListedActivity,
  listExchanges,
  type NamesInSight,
  namesInSight,
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
  /** What consent alone lets support see: null without it. */
  readonly dates: { readonly invoice: PlainDate; readonly due: PlainDate } | null
  /** What stands in the field Boekstuk of the mutation. */
  readonly reference: string | null
  readonly mutationNumber: bigint | null
  readonly relation: {
    readonly code: string | null
    readonly state: string
    readonly explanation: Explanation | null
  }
  /** The administration it stands in, or goes to; null without consent. */
  readonly booksName: string | null
  /** The open case about it. */
  readonly caseId: string | null
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
    const {
      id: bookingId,
      invoice_id: invoiceId,
      organization_id: organizationId,
      relation_id: relationId,
    } = row
    const caseId = (await findOpenCase(tx, { bookingId })) ?? null
    const { sessionTokenHash } = request
    const subject = { bookingId, caseId }
    await recordSupportAudit(tx, { organizationId, subject, action: 'looked_at', sessionTokenHash })
    const names = await namesInSight(tx, { organizationId, bookingId, relationId })
    const invoice = { organizationId, id: invoiceId, customerId: row.customer_id }
    const timeline = await timelineOfInvoice(tx, invoice)
    const exchanges = await listExchanges(tx, { bookingId, relationId })
    return { ...detailOf(row, names), caseId, timeline, exchanges: exchanges.map(exchangeOf) }
  })
}

function detailOf(
  row: SupportBookingDetailRow,
  { isPlanned, mutationNumber, reference, relationCode }: NamesInSight,
): Omit<SupportBookingDetail, 'caseId' | 'timeline' | 'exchanges'> {
  const booking = supportBookingOf(row)
  return {
    ...booking,
    dates: datesOf(row),
    reference,
    mutationNumber,
    relation: {
      code: relationCode,
      state: row.relation_state ?? '',
      explanation: explain(row.relation_cause, row.relation_cause_code),
    },
    booksName: row.books_name,
    connection: connectionInSight(row),
    // Without consent it is not known whether it could be planned; offering it again then says so.
    retryable: failedBookingStates.some((state) => state === booking.state) && isPlanned !== false,
  }
}

function datesOf({
  invoice_date,
  payment_term_days,
}: SupportBookingDetailRow): SupportBookingDetail['dates'] {
  if (invoice_date === null || payment_term_days === null) return null
  const invoice = parsePlainDate(invoice_date)
  return { invoice, due: addDays(invoice, payment_term_days) }
}
