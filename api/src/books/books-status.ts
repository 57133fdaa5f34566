import { failedBookingStates } from '@stella/bookkeeping'
import {
  type BookingRow,
  findBookingOfInvoice,
  findConnection,
  type inOrganization,
  type StoredInvoice,
} from '@stella/database'
import type { Language } from '@stella/texts'
import type { z } from 'zod'
import type { BooksState, BooksStatus } from '../contract/invoices.ts'
import { presentCause } from './cause-sentences.ts'

export type Transaction = Parameters<Parameters<typeof inOrganization>[2]>[0]

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
    cause: await causeOf(tx, booking, state, language),
  }
}

function booksStateOf({ state }: BookingRow): z.infer<typeof BooksState> {
  if (state === 'booked' || state === 'verified') return state
  return failedBookingStates.some((failed) => failed === state) ? 'failed' : 'waiting'
}

/** What holds up the connection holds up every booking that waits. */
async function causeOf(
  tx: Transaction,
  booking: BookingRow,
  state: z.infer<typeof BooksState>,
  language: Language,
) {
  if (state === 'failed') return presentCause(booking.cause, language)
  if (state !== 'waiting') return null
  const connection = await findConnection(tx)
  if (connection?.state === 'disconnected') return presentCause('disconnected', language)
  if (connection?.state === 'paused') return presentCause(connection.paused_cause, language)
  return presentCause(booking.cause, language)
}
