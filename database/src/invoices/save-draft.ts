import { type InvoiceContent, type InvoiceTotals, totalsOf } from '@stella/invoicing'
import { sql, type Transaction } from 'kysely'
import { DatabaseError } from '../errors/database-error.ts'
import { searchable } from '../lists/search.ts'
import type { DB } from '../schema/schema.generated.ts'
import { findInvoice } from './find-invoice.ts'
import { documentAllowancesJson, lineAllowancesJson } from './stored-allowances.ts'
import { type StoredDraft, vatGroupsJson } from './stored-invoice.ts'

/**
 * Adds a draft whose content the domain has validated. Its totals are reckoned here.
 *
 * @throws DatabaseError `not_found` when the organization has no such customer or series
 */
export async function saveDraft(tx: Transaction<DB>, content: InvoiceContent): Promise<StoredDraft> {
  await requireCustomer(tx, content.customerId)
  await requireSeries(tx, content.seriesId)
  const totals = totalsOf(content)
  const { id } = await tx
    .insertInto('invoices')
    .values(invoiceValues(content, totals))
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertLines(tx, id, content, totals)
  return readBack(tx, id)
}

export interface DraftChange {
  readonly id: string
  /** The one that was read; when somebody saved since, this save is refused. */
  readonly revision: number
  readonly content: InvoiceContent
}

/**
 * Replaces the whole content of a draft.
 *
 * @throws DatabaseError `not_found` (invoice, customer or series), `already_final`, `revision_conflict`
 */
export async function updateDraft(tx: Transaction<DB>, change: DraftChange): Promise<StoredDraft> {
  const { id, content } = change
  await requireCustomer(tx, content.customerId)
  await requireSeries(tx, content.seriesId)
  const totals = totalsOf(content)
  const { numUpdatedRows } = await tx
    .updateTable('invoices')
    .set({
      ...invoiceValues(content, totals),
      revision: sql`revision + 1`,
      updated_at: sql`clock_timestamp()`,
    })
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .where('revision', '=', change.revision)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw await whyNotChanged(tx, id)
  await tx.deleteFrom('invoice_lines').where('invoice_id', '=', id).execute()
  await insertLines(tx, id, content, totals)
  return readBack(tx, id)
}

/**
 * Deletes a draft.
 *
 * @throws DatabaseError `not_found`, `already_final`, and `revision_conflict` when a revision is given
 */
export async function deleteDraft(
  tx: Transaction<DB>,
  { id, revision }: { readonly id: string; readonly revision?: number | undefined },
): Promise<void> {
  let lock = tx.selectFrom('invoices').select('id').where('id', '=', id).where('state', '=', 'draft')
  if (revision !== undefined) lock = lock.where('revision', '=', revision)
  if ((await lock.forUpdate().executeTakeFirst()) === undefined) throw await whyNotChanged(tx, id)
  await tx.deleteFrom('invoice_lines').where('invoice_id', '=', id).execute()
  await tx.deleteFrom('invoices').where('id', '=', id).where('state', '=', 'draft').execute()
}

/** Why the guards in a WHERE let nothing through. */
async function whyNotChanged(tx: Transaction<DB>, id: string): Promise<DatabaseError> {
  const row = await tx.selectFrom('invoices').select('state').where('id', '=', id).executeTakeFirst()
  if (row === undefined) return new DatabaseError('not_found', { subject: 'invoice', id })
  if (row.state === 'final') return new DatabaseError('already_final', { id })
  return new DatabaseError('revision_conflict', { subject: 'invoice', id })
}

async function requireCustomer(tx: Transaction<DB>, id: string): Promise<void> {
  const row = await tx.selectFrom('customers').select('id').where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new DatabaseError('not_found', { subject: 'customer', id })
}

/** Held until the end, so that the series is not removed meanwhile. */
async function requireSeries(tx: Transaction<DB>, id: string | null): Promise<void> {
  if (id === null) return
  const row = await tx.selectFrom('series').select('id').where('id', '=', id).forKeyShare().executeTakeFirst()
  if (row === undefined) throw new DatabaseError('not_found', { subject: 'series', id })
}

/** The columns of a draft with this content. */
export function invoiceValues(content: InvoiceContent, totals: InvoiceTotals) {
  return {
    customer_id: content.customerId,
    series_id: content.seriesId,
    invoice_date: content.invoiceDate,
    payment_term_days: content.paymentTermDays,
    description: content.description,
    prices_include_vat: content.pricesIncludeVat,
    supply_from: content.supply?.from ?? null,
    supply_until: content.supply?.until ?? null,
    buyer_reference: content.buyerReference ?? null,
    order_number: content.orderNumber ?? null,
    project_number: content.projectNumber ?? null,
    closing: content.closing ?? null,
    allowances: documentAllowancesJson(content.allowances, totals),
    total_net: totals.net,
    total_vat: totals.vat,
    total_gross: totals.gross,
    vat_groups: sql<string>`${vatGroupsJson(totals.vatGroups)}::jsonb`,
    search_text: searchable(content.description),
  }
}

async function insertLines(
  tx: Transaction<DB>,
  invoiceId: string,
  content: InvoiceContent,
  totals: InvoiceTotals,
): Promise<void> {
  if (content.lines.length === 0) return
  await tx
    .insertInto('invoice_lines')
    .values(lineValues(invoiceId, content, totals))
    .execute()
}

/** The rows of its lines. */
export function lineValues(invoiceId: string, content: InvoiceContent, totals: InvoiceTotals) {
  return content.lines.map((line, position) => ({
    invoice_id: invoiceId,
    position,
    kind: line.kind ?? 'item',
    description: line.description,
    quantity: line.quantity,
    unit: line.unit ?? null,
    unit_price: line.unitPrice,
    vat_treatment: line.vatTreatment,
    vat_rate: line.vatRate,
    allowances: lineAllowancesJson(line.allowances, totals.lines[position]),
    amount: totals.lines[position]?.amount ?? 0n,
    net: totals.lines[position]?.net ?? 0n,
  }))
}

async function readBack(tx: Transaction<DB>, id: string): Promise<StoredDraft> {
  const saved = await findInvoice(tx, id)
  if (saved?.state !== 'draft') throw new DatabaseError('not_found', { subject: 'invoice', id })
  return saved
}
