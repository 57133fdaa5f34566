import { formatInvoiceNumber, type Problem, seriesOf, validateFinal } from '@stella/invoicing'
import { sql, type Transaction } from 'kysely'
import { DatabaseError } from '../errors/database-error.ts'
import { searchable } from '../lists/search.ts'
import type { DB } from '../schema/schema.generated.ts'
import { listVatRates } from '../vat/list-vat-rates.ts'
import { findInvoice } from './find-invoice.ts'
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
 * Makes a draft final: draws the next number of the series of its date's year and freezes its content, its
 * customer and its sender. Whoever finalizes in the same series waits until this transaction ends; if it fails,
 * the number goes to the next, so numbers are consecutive.
 *
 * @throws DatabaseError `not_found`, `already_final`, `revision_conflict`; NotFinalizableError with the problems
 */
export async function finalizeInvoice(tx: Transaction<DB>, request: Finalization): Promise<StoredFinal> {
  const { invoiceId: id } = request
  const year = await yearOfDraft(tx, id)
  // The series before the invoice, always: two transactions that finalize several cannot wait for each other.
  const lastNumber = await lockSeries(tx, year)
  const draft = await lockDraft(tx, request, year)
  const checked = validateFinal(draft, draft, await listVatRates(tx))
  if (!checked.ok) throw new NotFinalizableError(id, checked.problems)
  const number = formatInvoiceNumber(seriesOf(draft.invoiceDate), lastNumber + 1)
  await takeNumber(tx, year, lastNumber + 1)
  await freeze(tx, draft, number, request.at)
  const final = await findInvoice(tx, id)
  if (final?.state !== 'final') throw new DatabaseError('not_found', { subject: 'invoice', id })
  return final
}

async function yearOfDraft(tx: Transaction<DB>, id: string): Promise<number> {
  const row = await tx
    .selectFrom('invoices')
    .select(['state', 'invoice_date'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new DatabaseError('not_found', { subject: 'invoice', id })
  if (row.state === 'final') throw new DatabaseError('already_final', { id })
  return Number(row.invoice_date.slice(0, 4))
}

/** Holds the series of a year until the transaction ends; gives the number drawn last. */
export async function lockSeries(tx: Transaction<DB>, year: number): Promise<number> {
  await tx
    .insertInto('invoice_series')
    .values({ year })
    .onConflict((conflict) => conflict.columns(['organization_id', 'year']).doNothing())
    .execute()
  const { last_number } = await tx
    .selectFrom('invoice_series')
    .select('last_number')
    .where('year', '=', year)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return last_number
}

/** A statement sees what was committed before it began, so what is read after the lock is what becomes final. */
async function lockDraft(
  tx: Transaction<DB>,
  { invoiceId: id, revision }: Finalization,
  year: number,
): Promise<StoredDraft> {
  await tx.selectFrom('invoices').select('id').where('id', '=', id).forUpdate().execute()
  const invoice = await findInvoice(tx, id)
  if (invoice === undefined) throw new DatabaseError('not_found', { subject: 'invoice', id })
  if (invoice.state === 'final') throw new DatabaseError('already_final', { id })
  const changed = revision !== undefined && invoice.revision !== revision
  if (changed || Number(seriesOf(invoice.invoiceDate)) !== year) {
    throw new DatabaseError('revision_conflict', { subject: 'invoice', id })
  }
  return invoice
}

/** Moves a series that is held on to its next number. */
export async function takeNumber(tx: Transaction<DB>, year: number, number: number): Promise<void> {
  await tx
    .updateTable('invoice_series')
    .set({ last_number: number })
    .where('year', '=', year)
    .where('last_number', '=', number - 1)
    .execute()
}

/** Makes a draft final, with its customer and sender as they are now. */
export async function freeze(
  tx: Transaction<DB>,
  draft: Pick<StoredDraft, 'id' | 'description' | 'customer' | 'sender' | 'revision'>,
  number: string,
  at?: Date,
): Promise<void> {
  await tx
    .updateTable('invoices')
    .set({
      state: 'final',
      number,
      finalized_at: at ?? sql<Date>`clock_timestamp()`,
      customer_snapshot: JSON.stringify(draft.customer),
      sender_snapshot: JSON.stringify(draft.sender),
      search_text: searchable(number, draft.description, draft.customer.name),
      revision: draft.revision + 1,
      updated_at: sql<Date>`clock_timestamp()`,
    })
    .where('id', '=', draft.id)
    .where('state', '=', 'draft')
    .execute()
}
