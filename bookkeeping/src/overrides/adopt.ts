import {
  adoptBooking,
  type BookingRow,
  findBookingOfInvoice,
  findConnection,
  findInvoice,
  findMutationReading,
  findOverride,
  findRelation,
  freeCreditNotes,
  insertBooking,
  insertOverride,
  markLaneDue,
  recordActivity,
  type StoredFinal,
  type Transaction,
} from '@stella/database'
import { invoiceEntry } from '../activities/activity-entries.ts'
import { type BookingState, bookingTransitions } from '../bookings/booking-states.ts'
import { planMutation } from '../bookings/plan-mutation.ts'
import { referenceOf } from '../bookings/reference.ts'
import { causesOfCredits, causesOfNotBooked } from '../causes/causes.ts'
import { accountsOfBooks, productsIn } from '../mappings/accounts-of-books.ts'
import type { SalesMutation } from '../ports/readings.ts'
import { adoptRelation } from '../relations/adopt-relation.ts'
import { foundIn, isBookable, whyNot } from './read-mutation.ts'
import { subjectOf } from './subject.ts'

/**
 * `not_adoptable`: the mutation was not read in the linked books, or cannot be this invoice. `not_overridable`: the invoice
 * is in the books, is being sent, nobody knows what became of it, or somebody decided already.
 */
export type OverrideRefusal = 'not_found' | 'not_final' | 'not_adoptable' | 'not_overridable'

/** What was read longer ago is read again before anybody says that it is the invoice. */
const READ_WITHIN_MS = 60 * 60 * 1_000

/**
 * Writes that a mutation in the linked books is this invoice, as it was read and shown to whoever confirms it: the invoice
 * is never sent, counts as booked there, and its credit notes go on. Null when it is written.
 */
export async function adopt(
  tx: Transaction,
  said: { invoiceId: string; readingId: string; by: string; now: Date },
): Promise<OverrideRefusal | null> {
  const { by, invoiceId, now, readingId } = said
  // First, so that one of two who say so at once waits for the other.
  await markLaneDue(tx, now)
  const invoice = await findInvoice(tx, invoiceId)
  if (invoice === undefined) return 'not_found'
  if (invoice.state !== 'final') return 'not_final'
  if (!isBookable(invoice)) return 'not_overridable'
  const reading = await findMutationReading(tx, readingId)
  if (reading === null || reading.invoice_id !== invoiceId || reading.read_at === null) return 'not_adoptable'
  if (now.getTime() > reading.read_at.getTime() + READ_WITHIN_MS) return 'not_adoptable'
  const found = foundIn(reading)
  return adoptFound(tx, { invoice, booksId: reading.books_id, found, by, now })
}

/** The same with the mutation in hand, as it was read in these books; the lane is held. */
export async function adoptFound(
  tx: Transaction,
  said: { invoice: StoredFinal; booksId: string; found: SalesMutation | null; by: string; now: Date },
): Promise<Extract<OverrideRefusal, 'not_adoptable' | 'not_overridable'> | null> {
  const { booksId, by, found, invoice, now } = said
  const connection = await findConnection(tx)
  if (connection === null || connection.state === 'disconnected') return 'not_adoptable'
  if (found === null || connection.books_id !== booksId) return 'not_adoptable'
  const reference = referenceOf(invoice.id)
  if ((await whyNot(tx, { booksId, found, invoiceId: invoice.id, reference })) !== null)
    return 'not_adoptable'
  if ((await findOverride(tx, invoice.id)) !== null) return 'not_overridable'
  const before = await findBookingOfInvoice(tx, invoice.id)
  const adopted =
    before === null
      ? await insertAdopted(tx, { booksId, found, invoice, now })
      : await changeToAdopted(tx, before, { booksId, found, now })
  if (!adopted) return 'not_overridable'
  const former = before && { state: before.state, mutationNumber: before.mutation_number }
  const override = { kind: 'adopted', booksId, mutationNumber: found.number, found } as const
  if (!(await insertOverride(tx, { ...override, invoiceId: invoice.id, former, by, at: now })))
    throw new Error(`Invoice ${invoice.id} was adopted, and decided of before.`)
  const waiting = { causes: causesOfCredits, notBooked: causesOfNotBooked }
  await freeCreditNotes(tx, { invoiceId: invoice.id, booksId, ...waiting, at: now })
  const told = { at: now.getTime(), by, mutationNumber: found.number }
  await recordActivity(tx, invoiceEntry('invoice_adopted', subjectOf(invoice), told))
  return null
}

type Found = { readonly booksId: string; readonly found: SalesMutation; readonly now: Date }

async function changeToAdopted(
  tx: Transaction,
  booking: BookingRow,
  { booksId, found, now }: Found,
): Promise<boolean> {
  const from = booking.state as BookingState
  const step = bookingTransitions.find((it) => it.from === from && it.event === 'adopted')
  if (step === undefined) return false
  const to = { id: booking.id, booksId, from, to: step.to, at: now }
  if (!(await adoptBooking(tx, { ...to, mutationNumber: found.number }))) return false
  const relation = await findRelation(tx, booking.relation_id)
  if (relation !== null)
    await adoptRelation(tx, { customerId: relation.customer_id, booksId, code: found.relationCode, now })
  return true
}

/** One that became final while no books were linked, or others: it has no booking yet. */
async function insertAdopted(
  tx: Transaction,
  { booksId, found, invoice, now }: Found & { readonly invoice: StoredFinal },
): Promise<boolean> {
  const { customerId, id, number } = invoice
  const relation = await adoptRelation(tx, { customerId, booksId, code: found.relationCode, now })
  const reference = referenceOf(id)
  const customerName = invoice.customer.name
  const accounts = await accountsOfBooks(tx, booksId, productsIn(invoice.lines))
  const plan = planMutation({ invoice, accounts, customerName, relationCode: relation.code, reference })
  const bookingId = await insertBooking(tx, {
    invoice_id: id,
    books_id: booksId,
    relation_id: relation.id,
    invoice_number: number,
    reference,
    state: 'adopted',
    mutation: plan.ok ? JSON.stringify(plan.mutation) : null,
    parts: plan.ok ? JSON.stringify(plan.parts) : null,
    mutation_number: BigInt(found.number),
    created_at: now,
    changed_at: now,
    booked_at: now,
  })
  return bookingId !== null
}
