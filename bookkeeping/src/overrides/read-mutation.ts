import {
  askForMutation,
  type Database,
  findConnection,
  findInvoice,
  findMutationReading,
  inOrganization,
  isMutationOfAnother,
  type MutationReadingRow,
  type StoredFinal,
  type Transaction,
} from '@stella/database'
import { isWithoutAmount } from '@stella/invoicing'
import { type CauseCode, isCauseCode } from '../causes/causes.ts'
import type { Clock } from '../ports/clock.ts'
import type { SalesMutation } from '../ports/readings.ts'
import { type AdoptionDifference, type AdoptionRefusal, differencesOf, refusalOf } from './compare-adopted.ts'
import { invoiceToAdopt } from './invoice-to-adopt.ts'

/** What stands under a number in the linked books, beside an invoice. */
export type MutationRead =
  | { readonly outcome: 'not_found' | 'not_final' | 'not_connected' | 'not_overridable' }
  /** No worker came round to it in time; it is asked anew. */
  | { readonly outcome: 'pending' }
  /** The books gave no answer, for this cause. */
  | { readonly outcome: 'failed'; readonly cause: CauseCode | null }
  | { readonly outcome: 'refused'; readonly refusal: AdoptionRefusal; readonly found: SalesMutation | null }
  | {
      readonly outcome: 'read'
      readonly readingId: string
      readonly found: SalesMutation
      readonly differences: readonly AdoptionDifference[]
    }

/** Longer than a call may take, shorter than people and proxies wait. */
const WAIT_MS = 35_000
const LOOK_EVERY_MS = 100

/**
 * Has a mutation read by a worker, because only workers can read the codes, waits for it, and puts it beside the invoice
 * that somebody says it is.
 */
export async function readMutationFor(
  { clock, database, wake }: { database: Database; clock: Clock; wake: () => void },
  asked: { organizationId: string; invoiceId: string; mutationNumber: number },
): Promise<MutationRead> {
  const within = <T>(work: (tx: Transaction) => Promise<T>) =>
    inOrganization(database, asked.organizationId, work)
  const begun = await within((tx) => ask(tx, { ...asked, at: new Date(clock.now()) }))
  if ('outcome' in begun) return begun
  wake()
  const until = clock.monotonic() + WAIT_MS
  for (;;) {
    const reading = await within((tx) => findMutationReading(tx, begun.readingId))
    if (reading !== null && reading.read_at !== null) return within((tx) => judge(tx, reading))
    if (clock.monotonic() >= until) return { outcome: 'pending' }
    await clock.sleep(LOOK_EVERY_MS)
  }
}

async function ask(
  tx: Transaction,
  { at, invoiceId, mutationNumber }: { invoiceId: string; mutationNumber: number; at: Date },
): Promise<{ readonly readingId: string } | MutationRead> {
  const invoice = await findInvoice(tx, invoiceId)
  if (invoice === undefined) return { outcome: 'not_found' }
  if (invoice.state !== 'final') return { outcome: 'not_final' }
  if (!isBookable(invoice)) return { outcome: 'not_overridable' }
  const connection = await findConnection(tx)
  if (connection === null || connection.state === 'disconnected') return { outcome: 'not_connected' }
  const { books_id: booksId } = connection
  return { readingId: await askForMutation(tx, { booksId, invoiceId, mutationNumber, at }) }
}

/** What comes to zero or was brought in from elsewhere is never booked, so nothing is to be said of that. */
export function isBookable({ origin, totals }: StoredFinal): boolean {
  return origin === null && !isWithoutAmount(totals)
}

async function judge(tx: Transaction, reading: MutationReadingRow): Promise<MutationRead> {
  const { books_id: booksId, cause, id: readingId, invoice_id: invoiceId } = reading
  if (cause !== null) return { outcome: 'failed', cause: isCauseCode(cause) ? cause : null }
  const invoice = await findInvoice(tx, invoiceId)
  if (invoice?.state !== 'final') return { outcome: 'not_found' }
  const found = foundIn(reading)
  const toAdopt = await invoiceToAdopt(tx, invoice, booksId)
  const refusal = await whyNot(tx, { booksId, found, invoiceId, reference: toAdopt.reference })
  if (refusal !== null || found === null) return { outcome: 'refused', refusal: refusal ?? 'absent', found }
  return { outcome: 'read', readingId, found, differences: differencesOf(toAdopt, found) }
}

/** What the reader wrote, and nobody else. */
export function foundIn({ found }: Pick<MutationReadingRow, 'found'>): SalesMutation | null {
  return found as SalesMutation | null
}

/** Why this mutation cannot be that invoice, with what is known of the others; null where it can. */
export async function whyNot(
  tx: Transaction,
  of: { booksId: string; found: SalesMutation | null; invoiceId: string; reference: string },
): Promise<AdoptionRefusal | null> {
  const refusal = refusalOf(of.found, of)
  if (refusal !== null || of.found === null) return refusal ?? 'absent'
  const { booksId, found, invoiceId } = of
  const isTaken = await isMutationOfAnother(tx, { booksId, invoiceId, mutationNumber: found.number })
  return isTaken ? 'taken' : null
}
