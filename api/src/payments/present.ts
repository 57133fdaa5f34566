import { isPaymentRead } from '@stella/bookkeeping'
import { findInvoice, findPayment, type Transaction } from '@stella/database'
import { cents, formatAmount, type PlainDate } from '@stella/invoicing'
import type { z } from 'zod'
import { ApiError } from '../http/api-error.ts'
import type { Payment } from './contract.ts'

/** How the payment of a final invoice stands, as the API answers it. @throws ApiError `not_found`, `not_final` */
export async function presentPayment(
  tx: Transaction,
  invoiceId: string,
  today: PlainDate,
): Promise<z.infer<typeof Payment>> {
  const payment = await findPayment(tx, invoiceId, today)
  if (payment === undefined) throw await whyNone(tx, invoiceId)
  const { knownAt, outstanding, readAt, strays, ...rest } = payment
  return {
    ...rest,
    outstanding: formatAmount(cents(outstanding)),
    knownAt: knownAt?.toISOString() ?? null,
    readAt: readAt?.toISOString() ?? null,
    isRead: await isPaymentRead(tx, invoiceId),
    strays: strays.map(({ amount, ...stray }) => ({ ...stray, amount: formatAmount(cents(amount)) })),
  }
}

/** Why there is no payment to speak of: no such invoice here, or none that is final. */
export async function whyNone(tx: Transaction, invoiceId: string): Promise<ApiError> {
  return new ApiError((await findInvoice(tx, invoiceId)) === undefined ? 'not_found' : 'not_final')
}
