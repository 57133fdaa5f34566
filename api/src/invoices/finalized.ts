import { planBooking } from '@stella/bookkeeping'
import type { ActivityKindOf, StoredFinal, Transaction } from '@stella/database'
import { shownOf } from '@stella/documents'
import { formatAmount } from '@stella/invoicing'
import type { FastifyRequest } from 'fastify'
import { activityOf } from '../activities/record.ts'
import { ApiError } from '../http/api-error.ts'
import { unprintable } from './document-checks.ts'
import { knownToBooks } from './number-checks.ts'

type Finalized = { readonly final: StoredFinal; readonly at: Date }

/**
 * What comes with an invoice or credit note that became final, in the same transaction: it can be set on paper, its
 * number is free in the books, and its booking is planned or the log says why there is none.
 *
 * @throws ApiError `invalid_fields`; nothing is final then
 */
export async function settleFinal(
  tx: Transaction,
  request: FastifyRequest,
  { at, final }: Finalized,
): Promise<void> {
  const { customer, sender: organization } = final
  const fields = [
    ...unprintable({ customer, organization, invoice: shownOf(final) }),
    ...(await knownToBooks(tx, final.number)),
  ]
  if (fields.length > 0) throw new ApiError('invalid_fields', { fields })
  const planned = await planBooking(tx, { invoice: final, now: at })
  const kind = toldOf[planned]
  if (kind === null) return
  const parameters = {
    number: final.number,
    customer: customer.name,
    amount: formatAmount(final.totals.gross),
  }
  await activityOf(tx, request, { kind, subjectId: final.id, parameters, at })
}

/** What the log says besides what planning says by itself. */
const toldOf = {
  planned: 'invoice_finalized',
  not_connected: 'invoice_not_connected',
  already_planned: null,
  refused: null,
  nothing_to_book: null,
} as const satisfies Record<Awaited<ReturnType<typeof planBooking>>, ActivityKindOf<'invoice'> | null>
