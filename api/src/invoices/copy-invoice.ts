import { planRelation } from '@stella/bookkeeping'
import { DatabaseError, findInvoice, type StoredInvoice, saveDraft, type Transaction } from '@stella/database'
import { type InvoiceContent, todayInAmsterdam } from '@stella/invoicing'

/**
 * A draft of today with what an invoice says; of a credit note with what it credits, the right way round again.
 *
 * @throws DatabaseError `not_found`
 */
export async function copyInvoice(tx: Transaction, id: string, now: Date): Promise<StoredInvoice> {
  const invoice = await findInvoice(tx, id)
  if (invoice === undefined) throw new DatabaseError('not_found', { subject: 'invoice', id })
  if (invoice.state === 'final' && invoice.credits !== null) return copyInvoice(tx, invoice.credits.id, now)
  const content: InvoiceContent = { ...invoice, invoiceDate: todayInAmsterdam(now) }
  const draft = await saveDraft(tx, content)
  await planRelation(tx, { customerId: draft.customerId, now })
  return draft
}
