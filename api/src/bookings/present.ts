import { failedBookingStates } from '@stella/bookkeeping'
import {
  type BookingRow,
  findBookingOfInvoice,
  findConnection,
  type StoredInvoice,
  type Transaction,
} from '@stella/database'
import type { Language } from '@stella/texts'
import type { z } from 'zod'
import { presentCause } from '../causes/present.ts'
import type { BooksState, BooksStatus } from './contract.ts'

/** How an invoice stands in the books, and why when it is not there yet. */
export async function booksStatus(
  tx: Transaction,
  invoice: StoredInvoice,
  language: Language,
): Promise<z.infer<typeof BooksStatus>> {
  const nothing = { bookingId: null, mutationNumber: null, bookedAt: null, cause: null }
  if (invoice.state === 'draft') return { state: 'none', ...nothing }
  const booking = await findBookingOfInvoice(tx, invoice.id)
  if (booking === null) return { state: 'not_connected', ...nothing }
  const state = booksStateOf(booking)
  return {
    state,
    bookingId: booking.id,
    mutationNumber: booking.mutation_number?.toString() ?? null,
    bookedAt: booking.booked_at?.toISOString() ?? null,
    cause: await causeOf(tx, { booking, invoice, state }, language),
  }
}

function booksStateOf({ state }: BookingRow): z.infer<typeof BooksState> {
  if (state === 'booked' || state === 'verified') return state
  return failedBookingStates.some((failed) => failed === state) ? 'failed' : 'waiting'
}

type Found = { booking: BookingRow; invoice: StoredInvoice; state: z.infer<typeof BooksState> }

/** What holds up the connection holds up every booking that waits. */
async function causeOf(tx: Transaction, { booking, invoice, state }: Found, language: Language) {
  const concerned = { invoiceId: invoice.id, customerId: invoice.customerId }
  const ofBooking = { cause: booking.cause, causeCode: booking.cause_code }
  if (state === 'failed') return presentCause(ofBooking, concerned, language)
  if (state !== 'waiting') return null
  const connection = await findConnection(tx)
  if (connection?.state === 'disconnected') return presentCause({ cause: 'disconnected' }, {}, language)
  if (connection?.state === 'paused') return presentCause({ cause: connection.paused_cause }, {}, language)
  return presentCause(ofBooking, concerned, language)
}
