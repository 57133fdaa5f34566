import type { StoredFinal } from '@stella/database'
import { formatAmount } from '@stella/invoicing'
import type { InvoiceSubject } from '../activities/activity-entries.ts'

/** What the log says of an invoice that somebody decided of. */
export function subjectOf({ customer, id, number, totals }: StoredFinal): InvoiceSubject {
  return { invoiceId: id, number, customer: customer.name, amount: formatAmount(totals.gross) }
}
