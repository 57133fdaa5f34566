import { planRelation } from '@stella/bookkeeping'
import {
  DatabaseError,
  findInvoice,
  listVatRates,
  type StoredInvoice,
  saveDraft,
  type Transaction,
} from '@stella/database'
import { type InvoiceContent, ratedTreatments, todayInAmsterdam, validateDraft } from '@stella/invoicing'

/**
 * A draft of today with what an invoice says, at the rates of today; of a credit note with what it credits, the right
 * way round again. When that was supplied is not when this is.
 *
 * @throws DatabaseError `not_found`
 */
export async function copyInvoice(tx: Transaction, id: string, now: Date): Promise<StoredInvoice> {
  const invoice = await findInvoice(tx, id)
  if (invoice === undefined) throw new DatabaseError('not_found', { subject: 'invoice', id })
  if (invoice.state === 'final' && invoice.credits !== null) return copyInvoice(tx, invoice.credits.id, now)
  const content: InvoiceContent = { ...invoice, supply: null, invoiceDate: todayInAmsterdam(now) }
  const ofToday = validateDraft(
    {
      ...content,
      lines: content.lines.map(atTodaysRate),
      allowances: (content.allowances ?? []).map(atTodaysRate),
    },
    await listVatRates(tx),
  )
  const draft = await saveDraft(tx, ofToday.ok ? ofToday.value : content)
  await planRelation(tx, { customerId: draft.customerId, now })
  return draft
}

/** The law gives these their rate; what is of another keeps its own. */
function atTodaysRate<Taxed extends { vatTreatment: string | null; vatRate: string | null }>({
  vatRate,
  ...taxed
}: Taxed) {
  return ratedTreatments.some((rated) => rated === taxed.vatTreatment) ? taxed : { ...taxed, vatRate }
}
