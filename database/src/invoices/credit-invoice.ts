import {
  type Cents,
  type CreditedLine,
  cents,
  creditContent,
  leftToCredit,
  type PlainDate,
  type Problem,
  parsePlainDate,
  type SupplyPeriod,
} from '@stella/invoicing'
import { sql, type Transaction } from 'kysely'
import { DatabaseError } from '../errors/database-error.ts'
import type { DB } from '../schema/schema.generated.ts'
import { drawNumber, holdCount } from '../series/draw-number.ts'
import { hasBooksState } from './books-state.ts'
import { freeze, NotFinalizableError } from './finalize-invoice.ts'
import { findInvoice } from './find-invoice.ts'
import { invoiceValues, lineValues } from './save-draft.ts'
import type { StoredFinal } from './stored-invoice.ts'

export interface Crediting {
  readonly invoiceId: string
  /** What is credited of which line; null for all that is left. */
  readonly lines: readonly CreditedLine[] | null
  readonly invoiceDate: PlainDate
  /** Why, as it stands on the credit note; may be empty. */
  readonly description: string
  /** Null for the series of credit notes; see `seriesOfCreditNotes`. */
  readonly seriesId: string | null
  /** Default: the database's clock. */
  readonly at?: Date | undefined
}

/**
 * Makes a credit note for an invoice, final at once. Whoever credits the same invoice waits until this transaction ends,
 * and finds only what is left then.
 *
 * @throws DatabaseError `not_found`, `not_creditable`, `series_full`; NotFinalizableError with the problems
 */
export async function creditInvoice(tx: Transaction<DB>, crediting: Crediting): Promise<StoredFinal> {
  const { invoiceDate } = crediting
  const seriesId = crediting.seriesId ?? (await seriesOfCreditNotes(tx))
  // The series before the invoice, always, as whoever finalizes does.
  const count = await holdCount(tx, { seriesId, invoiceDate })
  await tx.selectFrom('invoices').select('id').where('id', '=', crediting.invoiceId).forUpdate().execute()
  const { invoice, content } = await creditOf(tx, crediting)
  const draft = {
    customerId: invoice.customerId,
    seriesId: count.series.id,
    invoiceDate,
    paymentTermDays: 0,
    description: crediting.description,
    pricesIncludeVat: invoice.pricesIncludeVat,
    ...references(invoice),
    supply: invoice.supply ?? supplyOnDayOf(invoice, invoiceDate),
    lines: content.lines,
    allowances: content.allowances,
  }
  const { id } = await tx
    .insertInto('invoices')
    .values({ ...invoiceValues(draft, content.totals), credits_id: invoice.id })
    .returning('id')
    .executeTakeFirstOrThrow()
  const lines = lineValues(id, draft, content.totals)
  await tx
    .insertInto('invoice_lines')
    .values(
      lines.map((row, index) => ({
        ...row,
        credits_position: content.lines[index]?.creditsPosition ?? null,
      })),
    )
    .execute()
  const { customer, sender } = await partiesOfDraft(tx, id)
  const drawn = await drawNumber(tx, count, { place: count.lastPlace + 1, invoiceDate })
  await freeze(
    tx,
    { id, description: crediting.description, lines: content.lines, customer, sender, revision: 1 },
    drawn,
    crediting.at,
  )
  return finalOf(tx, id)
}

/** By what the customer knows the invoice, he knows its credit note. */
function references({ buyerReference = null, orderNumber = null, projectNumber = null }: StoredFinal) {
  return { buyerReference, orderNumber, projectNumber }
}

/** What is taken back was supplied when the invoice was made, and keeps the VAT of that day. */
function supplyOnDayOf({ invoiceDate }: StoredFinal, today: PlainDate): SupplyPeriod | null {
  return invoiceDate === today ? null : { from: invoiceDate, until: invoiceDate }
}

/**
 * What a credit note would say. Nothing is written or held.
 *
 * @throws DatabaseError `not_found`, `not_creditable`; NotFinalizableError with the problems
 */
export async function creditOf(
  tx: Transaction<DB>,
  { invoiceDate, invoiceId, lines }: Pick<Crediting, 'invoiceDate' | 'invoiceId' | 'lines'>,
) {
  const invoice = await findInvoice(tx, invoiceId)
  if (invoice === undefined) throw new DatabaseError('not_found', { subject: 'invoice', id: invoiceId })
  if (invoice.state !== 'final' || invoice.credits !== null || invoice.origin !== null)
    throw new DatabaseError('not_creditable', { id: invoiceId })
  const problems = await obstaclesOf(tx, invoice, invoiceDate)
  if (problems.length > 0) throw new NotFinalizableError(invoiceId, problems)
  const credited = creditContent(invoice, await creditedQuantities(tx, invoiceId), lines)
  if (!credited.ok) throw new NotFinalizableError(invoiceId, credited.problems as Problem[])
  return { invoice, content: credited.value }
}

/**
 * What keeps an invoice from being credited, whatever of it: a day before its own would lie in an earlier return, and of
 * one that the books refused they would hold the credit note alone.
 */
async function obstaclesOf(tx: Transaction<DB>, invoice: StoredFinal, day: PlainDate): Promise<Problem[]> {
  const refused = await tx
    .selectFrom('bookings')
    .select('id')
    .where('invoice_id', '=', invoice.id)
    .where(hasBooksState('failed'))
    .executeTakeFirst()
  return [
    ...(day < invoice.invoiceDate ? [{ path: 'invoiceDate', code: 'credit_before_invoice' } as const] : []),
    ...(refused === undefined ? [] : [{ path: 'lines', code: 'credit_of_failed' } as const]),
  ]
}

/** A credit note of an invoice, in short. */
export interface CreditNoteSummary {
  readonly id: string
  readonly number: string
  readonly invoiceDate: PlainDate
  readonly gross: Cents
}

/** The credit notes of a final invoice in their order, and what is left of each of its lines. */
export async function creditsOf(tx: Transaction<DB>, invoice: StoredFinal) {
  return {
    notes: await creditNotesOf(tx, invoice.id),
    left: leftToCredit(invoice, await creditedQuantities(tx, invoice.id)),
  }
}

/** The credit notes of an invoice in their order; with a moment, those that were there then. */
export async function creditNotesOf(
  tx: Transaction<DB>,
  invoiceId: string,
  until: Date | null = null,
): Promise<CreditNoteSummary[]> {
  let query = tx
    .selectFrom('invoices')
    .select(['id', 'number', 'invoice_date', 'total_gross'])
    .where('credits_id', '=', invoiceId)
    .where('state', '=', 'final')
    .orderBy('ordinal')
  if (until !== null) query = query.where('finalized_at', '<=', until)
  const rows = await query.execute()
  return rows.map(({ id, number, invoice_date, total_gross }) => ({
    id,
    number: number ?? '',
    invoiceDate: parsePlainDate(invoice_date),
    gross: cents(total_gross),
  }))
}

/** The series of credit notes: the one that is theirs, or else that of the one before; null for the usual one. */
export async function seriesOfCreditNotes(tx: Transaction<DB>): Promise<string | null> {
  const own = await tx.selectFrom('series').select('id').where('for_credits', '=', true).executeTakeFirst()
  if (own !== undefined) return own.id
  const latest = await tx
    .selectFrom('invoices')
    .select('series_id')
    .where('credits_id', 'is not', null)
    .where('state', '=', 'final')
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst()
  return latest?.series_id ?? null
}

async function creditedQuantities(tx: Transaction<DB>, invoiceId: string): Promise<Map<number, string>> {
  const rows = await tx
    .selectFrom('invoice_lines')
    .innerJoin('invoices', (join) =>
      join
        .onRef('invoices.organization_id', '=', 'invoice_lines.organization_id')
        .onRef('invoices.id', '=', 'invoice_lines.invoice_id'),
    )
    .select(['credits_position', sql<string>`(-sum(quantity))::text`.as('quantity')])
    .where('invoices.credits_id', '=', invoiceId)
    .where('invoices.state', '=', 'final')
    .groupBy('credits_position')
    .execute()
  return new Map(rows.map(({ credits_position, quantity }) => [credits_position ?? -1, quantity]))
}

async function partiesOfDraft(tx: Transaction<DB>, id: string) {
  const draft = await findInvoice(tx, id)
  if (draft?.state !== 'draft') throw new DatabaseError('not_found', { subject: 'invoice', id })
  return draft
}

async function finalOf(tx: Transaction<DB>, id: string): Promise<StoredFinal> {
  const final = await findInvoice(tx, id)
  if (final?.state !== 'final') throw new DatabaseError('not_found', { subject: 'invoice', id })
  return final
}
