import { addDays, type InvoiceContent, type InvoiceTotals } from '@stella/invoicing'
import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import { findInvoice } from './find-invoice.ts'
import type { StoredFinal } from './stored-invoice.ts'

/** Within a fortnight the same invoice is more often a slip than a repetition; what repeats goes by the month. */
const DAYS_APART = 14

/** More than one that looks alike says nothing new; those of the same amount and other lines are passed. */
const LOOKED_AT = 10

/**
 * A final invoice of about the same date for the same customer with the same lines, the newest; undefined when there is
 * none. What was credited, wholly or in part, is no longer the same invoice.
 */
export async function findLookAlike(
  tx: Transaction<DB>,
  invoice: InvoiceContent & { readonly totals: InvoiceTotals },
): Promise<StoredFinal | undefined> {
  const rows = await tx
    .selectFrom('invoices')
    .select('id')
    .where('state', '=', 'final')
    .where('customer_id', '=', invoice.customerId)
    .where('credits_id', 'is', null)
    .where('invoice_date', '>=', addDays(invoice.invoiceDate, -DAYS_APART))
    .where('invoice_date', '<=', addDays(invoice.invoiceDate, DAYS_APART))
    .where('total_gross', '=', invoice.totals.gross)
    .where(sql<boolean>`not exists (select from invoices as note
      where note.organization_id = invoices.organization_id and note.credits_id = invoices.id)`)
    .orderBy('ordinal', 'desc')
    .limit(LOOKED_AT)
    .execute()
  for (const { id } of rows) {
    const found = await findInvoice(tx, id)
    if (found?.state === 'final' && linesOf(found) === linesOf(invoice)) return found
  }
  return undefined
}

/** All that the lines say, as one text. */
function linesOf({ lines }: Pick<InvoiceContent, 'lines'>): string {
  return JSON.stringify(
    lines.map(({ description, kind, quantity, unit, unitPrice, vatRate, vatTreatment }) => [
      kind ?? 'item',
      description,
      quantity,
      unit ?? null,
      unitPrice,
      vatTreatment,
      vatRate,
    ]),
  )
}
