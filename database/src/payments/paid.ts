import { type Cents, cents } from '@stella/invoicing'
import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/**
 * What is known to be paid of an invoice and its credit notes together; what was written off counts as paid, as nobody
 * asks for it any more. Below zero where money went back.
 * @param knownBy only what was known by then; null for now
 */
export async function paidOf(
  tx: Transaction<DB>,
  invoiceId: string,
  knownBy: Date | null = null,
): Promise<Cents> {
  const { rows } = await sql<{ paid: bigint }>`
    select coalesce(sum(invoices.total_gross - payments.outstanding), 0)::bigint as paid
    from invoices join payments
      on payments.organization_id = invoices.organization_id and payments.invoice_id = invoices.id
    where (invoices.id = ${invoiceId} or invoices.credits_id = ${invoiceId}) and invoices.state = 'final'
      and (${knownBy}::timestamptz is null or payments.known_at <= ${knownBy})`.execute(tx)
  return cents(rows[0]?.paid ?? 0n)
}
