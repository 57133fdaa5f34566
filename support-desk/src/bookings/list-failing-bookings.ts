import { type BookingState, failedBookingStates } from '@stella/bookkeeping'
import {
  inTransaction,
  listSupportBookings,
  type Page,
  type PageRequest,
  type SupportBookingRow,
} from '@stella/database'
import { type Cents, cents } from '@stella/invoicing'
import { type Explanation, explain } from '../causes/explain.ts'
import type { SupportDatabases } from '../desk/support-databases.ts'

/** A booking as the list of the support desk shows it. */
export interface SupportBooking {
  readonly id: string
  readonly organization: { readonly id: string; readonly name: string }
  readonly invoiceId: string
  readonly invoiceNumber: string
  readonly customerId: string
  readonly customerName: string
  readonly totalGross: Cents
  readonly state: BookingState
  /** When it came into this state. */
  readonly since: Date
  readonly attempts: number
  readonly explanation: Explanation | null
}

/**
 * The bookings of all organizations that need a person, the one that waits longest first.
 *
 * @throws DatabaseError `cursor_invalid`
 */
export async function listFailingBookings(
  { support }: Pick<SupportDatabases, 'support'>,
  request: PageRequest = {},
): Promise<Page<SupportBooking>> {
  const page = await inTransaction(support, (tx) =>
    listSupportBookings(tx, { ...request, states: failedBookingStates }),
  )
  return { ...page, items: page.items.map(supportBookingOf) }
}

export function supportBookingOf(row: SupportBookingRow): SupportBooking {
  return {
    id: row.id,
    organization: { id: row.organization_id, name: row.organization_name },
    invoiceId: row.invoice_id,
    invoiceNumber: row.invoice_number,
    customerId: row.customer_id,
    customerName: row.customer_name,
    totalGross: cents(row.total_gross),
    state: row.state as BookingState,
    since: row.changed_at,
    attempts: row.attempts,
    explanation: explain(row.cause, row.cause_code),
  }
}
