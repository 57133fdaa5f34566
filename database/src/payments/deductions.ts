import type { Cents } from '@stella/invoicing'
import type { Transaction } from 'kysely'
import { type CreditNoteSummary, creditNotesOf } from '../invoices/credit-invoice.ts'
import type { DB } from '../schema/schema.generated.ts'
import { paidOf } from './paid.ts'

/** What makes what is still to be paid of an invoice less than what it comes to. */
export interface Deductions {
  /** With negative amounts. */
  readonly creditNotes: readonly CreditNoteSummary[]
  /** What is known to be paid. */
  readonly paid: Cents
}

/** @param until as it was known then; null for now */
export async function deductionsOf(
  tx: Transaction<DB>,
  invoiceId: string,
  until: Date | null = null,
): Promise<Deductions> {
  return {
    creditNotes: await creditNotesOf(tx, invoiceId, until),
    paid: await paidOf(tx, invoiceId, until),
  }
}
