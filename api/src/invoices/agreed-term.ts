import { findCustomer, type Transaction } from '@stella/database'
import type { DraftInput } from '@stella/invoicing'

/** An invoice of which the term is left out has the one that is agreed with its customer. */
export async function withAgreedTerm<Input extends DraftInput>(
  tx: Transaction,
  input: Input,
): Promise<Input> {
  if (typeof input.paymentTermDays === 'number' || !input.customerId) return input
  const customer = await findCustomer(tx, input.customerId)
  return { ...input, paymentTermDays: customer?.paymentTermDays ?? null }
}
