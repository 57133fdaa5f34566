import { type InvoiceContent, type InvoiceTotals, totalsOf } from '@stella/invoicing'
import { sql, type Transaction } from 'kysely'
import { detachAll } from '../attachments/change-attachments.ts'
import { DatabaseError } from '../errors/database-error.ts'
import type { DB } from '../schema/schema.generated.ts'
import { findInvoice } from './find-invoice.ts'
import { invoiceSearchText } from './searched-in.ts'
import { documentAllowancesJson, lineAllowancesJson } from './stored-allowances.ts'
import { type StoredDraft, vatGroupsJson } from './stored-invoice.ts'

/**
 * Adds a draft whose content the domain has validated. Its totals are reckoned here.
 *
 * A customer that went up in another stands for that one.
 *
 * @throws DatabaseError `not_found` when the organization has no such customer, series or product, `customer_archived`
 */
export async function saveDraft(tx: Transaction<DB>, entered: InvoiceContent): Promise<StoredDraft> {
  const content = { ...entered, customerId: await customerToInvoice(tx, entered.customerId) }
  await requireSeries(tx, content.seriesId)
  await requireProducts(tx, content)
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
 * @throws DatabaseError `not_found` (invoice, customer, series or product), `customer_archived`, `already_final`,
 * `revision_conflict`
 */
export async function updateDraft(tx: Transaction<DB>, change: DraftChange): Promise<StoredDraft> {
  const { id } = change
  const customerId = await customerToInvoice(tx, change.content.customerId, id)
  const content = { ...change.content, customerId }
  await requireSeries(tx, content.seriesId)
  await requireProducts(tx, content)
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
  await detachAll(tx, id)
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

/**
 * The customer a draft is for: the one that is named, or that it went up in. Held until the end, so that it does not go
 * up in another meanwhile. Nothing new is made for one that is archived; a draft that it has already goes on.
 */
async function customerToInvoice(tx: Transaction<DB>, id: string, draftId?: string): Promise<string> {
  const row = await tx
    .selectFrom('customers')
    .select(['id', 'archived_at', 'merged_into'])
    .where('id', '=', id)
    .forShare()
    .executeTakeFirst()
  if (row === undefined) throw new DatabaseError('not_found', { subject: 'customer', id })
  if (row.merged_into !== null) return customerToInvoice(tx, row.merged_into, draftId)
  if (row.archived_at === null || (await isFor(tx, draftId, id))) return id
  throw new DatabaseError('customer_archived', { id })
}

async function isFor(tx: Transaction<DB>, draftId: string | undefined, customerId: string): Promise<boolean> {
  if (draftId === undefined) return false
  const row = await tx
    .selectFrom('invoices')
    .select('id')
    .where('id', '=', draftId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst()
  return row !== undefined
}

/** Held until the end, so that the series is not removed meanwhile. */
async function requireSeries(tx: Transaction<DB>, id: string | null): Promise<void> {
  if (id === null) return
  const row = await tx.selectFrom('series').select('id').where('id', '=', id).forKeyShare().executeTakeFirst()
  if (row === undefined) throw new DatabaseError('not_found', { subject: 'series', id })
}

/** Held until the end, so that none is taken away meanwhile. */
async function requireProducts(tx: Transaction<DB>, { lines }: InvoiceContent): Promise<void> {
  const ids = [...new Set(lines.flatMap(({ productId }) => productId ?? []))]
  if (ids.length === 0) return
  const rows = await tx.selectFrom('products').select('id').where('id', 'in', ids).forKeyShare().execute()
  const missing = ids.find((id) => !rows.some((row) => row.id === id))
  if (missing !== undefined) throw new DatabaseError('not_found', { subject: 'product', id: missing })
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
    search_text: invoiceSearchText(content),
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
    product_id: line.productId ?? null,
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
