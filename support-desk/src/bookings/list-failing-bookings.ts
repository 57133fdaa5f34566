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
import { type OrganizationInSight, organizationInSight } from '../desk/organization-in-sight.ts'
import type { SupportDatabases } from '../desk/support-databases.ts'

export interface InvoiceInSight {
  readonly number: string
  readonly customerId: string
  readonly customerName: string
  readonly totalGross: Cents
}

/** A booking as the list of the support desk shows it. */
export interface SupportBooking {
  readonly id: string
  readonly organization: OrganizationInSight
  readonly invoiceId: string
  readonly relationId: string
  /** Of which invoice and whose, as far as there is consent to look. */
  readonly invoice: InvoiceInSight | null
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
    organization: organizationInSight(row),
    invoiceId: row.invoice_id,
    relationId: row.relation_id,
    invoice: invoiceInSight(row),
    state: row.state as BookingState,
    since: row.changed_at,
    attempts: row.attempts,
    explanation: explain(row.cause, row.cause_code),
  }
}

/** Without consent the database shows no row of the invoice. */
function invoiceInSight(row: SupportBookingRow): InvoiceInSight | null {
  const { customer_id, customer_name, invoice_number, total_gross } = row
  if (customer_id === null || total_gross === null) return null
  return {
    number: invoice_number ?? '',
    customerId: customer_id,
    customerName: customer_name ?? '',
    totalGross: cents(total_gross),
  }
}
