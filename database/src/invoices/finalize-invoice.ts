import {
  type CustomerContent,
  type Problem,
  parsePlainDate,
  validateFinal,
  yearInSeries,
} from '@stella/invoicing'
import { sql, type Transaction } from 'kysely'
import { attachWhatAlwaysGoes } from '../attachments/change-attachments.ts'
import { DatabaseError } from '../errors/database-error.ts'
import type { DB } from '../schema/schema.generated.ts'
import { type DrawnNumber, drawNumber, type HeldCount, holdCount } from '../series/draw-number.ts'
import { listVatRates } from '../vat/list-vat-rates.ts'
import { findInvoice } from './find-invoice.ts'
import { invoiceSearchText } from './searched-in.ts'
import type { StoredDraft, StoredFinal } from './stored-invoice.ts'

export interface Finalization {
  readonly invoiceId: string
  /** When given, only what was read at this revision becomes final. */
  readonly revision?: number | undefined
  /** Default: the database's clock. */
  readonly at?: Date | undefined
}

/** The draft, or its customer, is not as a final invoice must be. */
export class NotFinalizableError extends DatabaseError {
  readonly problems: readonly Problem[]

  constructor(id: string, problems: readonly Problem[]) {
    super('not_finalizable', { id })
    this.problems = problems
  }
}

/**
 * Makes a draft final: draws the next number of its series and freezes its content, its customer and its sender.
 * Whoever finalizes in the same series waits until this transaction ends; if it fails, the number goes to the next,
 * so numbers are consecutive.
 *
 * @throws DatabaseError `not_found`, `already_final`, `revision_conflict`, `series_full`; NotFinalizableError with the
 * problems
 */
export async function finalizeInvoice(tx: Transaction<DB>, request: Finalization): Promise<StoredFinal> {
  const { invoiceId: id } = request
  // The series before the invoice, always: two transactions that finalize several cannot wait for each other.
  const count = await holdCount(tx, await numberingOf(tx, id))
  const draft = await lockDraft(tx, request, count)
  const checked = validateFinal(draft, draft, await listVatRates(tx))
  if (!checked.ok) throw new NotFinalizableError(id, checked.problems)
  const { invoiceDate } = draft
  await attachWhatAlwaysGoes(tx, id)
  await freeze(
    tx,
    draft,
    await drawNumber(tx, count, { place: count.lastPlace + 1, invoiceDate }),
    request.at,
  )
  const final = await findInvoice(tx, id)
  if (final?.state !== 'final') throw new DatabaseError('not_found', { subject: 'invoice', id })
  return final
}

/** What a draft says about its number. */
async function numberingOf(tx: Transaction<DB>, id: string) {
  const row = await tx
    .selectFrom('invoices')
    .select(['state', 'invoice_date', 'series_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new DatabaseError('not_found', { subject: 'invoice', id })
  if (row.state === 'final') throw new DatabaseError('already_final', { id })
  return { seriesId: row.series_id, invoiceDate: parsePlainDate(row.invoice_date) }
}

/** A statement sees what was committed before it began, so what is read after the lock is what becomes final. */
async function lockDraft(
  tx: Transaction<DB>,
  { invoiceId: id, revision }: Finalization,
  { series, year }: HeldCount,
): Promise<StoredDraft> {
  await tx.selectFrom('invoices').select('id').where('id', '=', id).forUpdate().execute()
  const invoice = await findInvoice(tx, id)
  if (invoice === undefined) throw new DatabaseError('not_found', { subject: 'invoice', id })
  if (invoice.state === 'final') throw new DatabaseError('already_final', { id })
  const isAsRead = revision === undefined || invoice.revision === revision
  const isInSeries = invoice.seriesId === null ? series.isDefault : invoice.seriesId === series.id
  if (!isAsRead || !isInSeries || yearInSeries(series, invoice.invoiceDate) !== year) {
    throw new DatabaseError('revision_conflict', { subject: 'invoice', id })
  }
  return invoice
}

/** Makes a draft final, with its customer and sender as they are now. */
export async function freeze(
  tx: Transaction<DB>,
  draft: Pick<StoredDraft, 'id' | 'description' | 'lines' | 'customer' | 'sender' | 'revision'>,
  { number, seriesId, year, place }: DrawnNumber,
  at?: Date,
): Promise<void> {
  await tx
    .updateTable('invoices')
    .set({
      state: 'final',
      number,
      series_id: seriesId,
      series_year: year,
      series_place: place,
      finalized_at: at ?? sql<Date>`clock_timestamp()`,
      customer_snapshot: JSON.stringify(shownOf(draft.customer)),
      sender_snapshot: JSON.stringify(draft.sender),
      search_text: invoiceSearchText(draft, number, draft.customer.name),
      revision: draft.revision + 1,
      updated_at: sql<Date>`clock_timestamp()`,
    })
    .where('id', '=', draft.id)
    .where('state', '=', 'draft')
    .execute()
}

/** Of a customer what documents show; who else works there is no part of an invoice that is kept for years. */
export function shownOf(customer: CustomerContent): CustomerContent {
  const { attachUbl, contacts, paymentTermDays, vatTreatment, ...shown } = customer
  return shown
}
