import {
  type BookingRow,
  findBookingOfInvoice,
  findConnection,
  findInvoice,
  findOverride,
  type OverrideRow,
  type StoredFinal,
  type Transaction,
} from '@stella/database'
import { type BookingEvent, bookingTransitions } from '../bookings/booking-states.ts'
import { isCauseCode, mayBeInBooks } from '../causes/causes.ts'
import { type AdoptionDifference, differencesOf } from './compare-adopted.ts'
import { invoiceToAdopt } from './invoice-to-adopt.ts'
import { foundIn, isBookable } from './read-mutation.ts'
import { mayUndo } from './undo.ts'

/** What somebody who knows better decided of an invoice, and may decide. */
export type OverrideView = {
  readonly mayAdopt: boolean
  readonly mayExclude: boolean
  readonly decided: {
    readonly kind: 'adopted' | 'excluded'
    readonly reason: string | null
    readonly mutationNumber: number | null
    readonly at: Date
    readonly by: string
    readonly differences: readonly AdoptionDifference[]
    readonly mayUndo: boolean
  } | null
}

/** Of a final invoice. */
export async function overrideOf(
  tx: Transaction,
  invoiceId: string,
): Promise<OverrideView | 'not_found' | 'not_final'> {
  const invoice = await findInvoice(tx, invoiceId)
  if (invoice === undefined) return 'not_found'
  if (invoice.state !== 'final') return 'not_final'
  const booking = await findBookingOfInvoice(tx, invoiceId)
  const override = await findOverride(tx, invoiceId)
  if (override !== null) {
    const decided = await decidedOf(tx, { booking, invoice, override })
    return { mayAdopt: false, mayExclude: false, decided }
  }
  const connection = await findConnection(tx)
  const isLinked = connection !== null && connection.state !== 'disconnected'
  const isOfLinked = booking === null || booking.books_id === connection?.books_id
  const open = isBookable(invoice)
  return {
    mayAdopt: open && isLinked && isOfLinked && may(booking, 'adopted'),
    mayExclude: open && may(booking, 'excluded') && !isInBooks(booking),
    decided: null,
  }
}

function may(booking: BookingRow | null, event: BookingEvent): boolean {
  if (booking === null) return true
  return bookingTransitions.some((step) => step.from === booking.state && step.event === event)
}

/** Whether it is in the books, or may be; what somebody took out of them is not. */
function isInBooks(booking: BookingRow | null): boolean {
  if (booking === null) return false
  const { cause, mutation_number: number } = booking
  return (number !== null && cause !== 'missing_in_books') || (isCauseCode(cause) && mayBeInBooks(cause))
}

async function decidedOf(
  tx: Transaction,
  of: { booking: BookingRow | null; invoice: StoredFinal; override: OverrideRow },
): Promise<OverrideView['decided']> {
  const { booking, invoice, override } = of
  const found = foundIn(override)
  const { books_id: booksId, kind, mutation_number: number, reason } = override
  const isAdoption = booksId !== null && found !== null
  const toAdopt = isAdoption ? await invoiceToAdopt(tx, invoice, booksId) : null
  return {
    kind: kind === 'adopted' ? kind : 'excluded',
    reason,
    mutationNumber: number === null ? null : Number(number),
    at: override.decided_at,
    by: override.decided_by,
    differences: toAdopt === null || found === null ? [] : differencesOf(toAdopt, found),
    mayUndo: await mayUndo(tx, invoice.id, booking),
  }
}
