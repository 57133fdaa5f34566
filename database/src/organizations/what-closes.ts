import { sql, type Transaction } from 'kysely'
import { failedBookingStates, openBookingStates } from '../bookings/booking-states.ts'
import { openRecipientStates } from '../messages/recipient-states.ts'
import type { DB } from '../schema/schema.generated.ts'

type WhatCloses = {
  readonly finalInvoices: number
  /** Final invoices that would still be booked, and are not once it is closed. */
  readonly notInBooks: number
  readonly drafts: number
  /** Mails that no server has yet. */
  readonly waitingMails: number
  /** The year of the last invoice; null where there is none. */
  readonly lastYear: number | null
  /** Of the last with VAT of another member state (OSS); null where there is none. */
  readonly lastYearOfDistanceSales: number | null
}

/** What there is in the transaction's organization that closing it touches. */
export async function whatCloses(tx: Transaction<DB>): Promise<WhatCloses> {
  const { rows } = await sql<WhatCloses>`
    select
      (select count(*)::integer from invoices where state = 'final') as "finalInvoices",
      (select count(*)::integer from bookings
        where state in (${sql.join([...openBookingStates, ...failedBookingStates])})) as "notInBooks",
      (select count(*)::integer from invoices where state = 'draft') as drafts,
      (select count(*)::integer from message_recipients
        where state in (${sql.join(openRecipientStates)})) as "waitingMails",
      (select extract(year from max(invoice_date))::integer from invoices where state = 'final') as "lastYear",
      (select extract(year from max(i.invoice_date))::integer
        from invoices i join invoice_lines l on l.organization_id = i.organization_id and l.invoice_id = i.id
        where i.state = 'final' and l.vat_treatment = 'distance_sale') as "lastYearOfDistanceSales"
  `.execute(tx)
  const [found] = rows
  if (found === undefined) throw new Error('a query of counts without a row')
  return found
}
