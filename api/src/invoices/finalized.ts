import { planBooking } from '@stella/bookkeeping'
import { recordActivity, type StoredFinal, type Transaction } from '@stella/database'
import { shownOf } from '@stella/documents'
import { formatAmount } from '@stella/invoicing'
import { ApiError } from '../http/api-error.ts'
import { unprintable } from './document-checks.ts'
import { knownToBooks } from './number-checks.ts'

/**
 * What comes with an invoice or credit note that became final, in the same transaction: it can be set on paper, its
 * number is free in the books, and its booking is planned or the log says why there is none.
 *
 * @throws ApiError `invalid_fields`; nothing is final then
 */
export async function settleFinal(tx: Transaction, final: StoredFinal, at: Date): Promise<void> {
  const { customer, sender: organization } = final
  const fields = [
    ...unprintable({ customer, organization, invoice: shownOf(final) }),
    ...(await knownToBooks(tx, final.number)),
  ]
  if (fields.length > 0) throw new ApiError('invalid_fields', { fields })
  const planned = await planBooking(tx, { invoice: final, now: at })
  if (planned === 'not_connected') await recordUnbooked(tx, final, at)
}

/** Without a connection nobody else will write in the log what became of this invoice. */
async function recordUnbooked(tx: Transaction, invoice: StoredFinal, at: Date): Promise<void> {
  await recordActivity(tx, {
    kind: 'invoice_not_connected',
    subjectId: invoice.id,
    parameters: {
      number: invoice.number,
      customer: invoice.customer.name,
      amount: formatAmount(invoice.totals.gross),
    },
    at,
  })
}
