import { failedBookingStates, presentRelationStates } from '@stella/bookkeeping'
import {
  type BookingRow,
  findBookingOfInvoice,
  findBooks,
  findConnection,
  findOverride,
  findRelation,
  type StoredInvoice,
  type Transaction,
} from '@stella/database'
import { isWithoutAmount } from '@stella/invoicing'
import type { Language } from '@stella/texts'
import type { z } from 'zod'
import type { Concerned } from '../causes/mending.ts'
import { presentCause } from '../causes/present.ts'
import { booksName } from '../connections/books-name.ts'
import type { BooksState, BooksStatus } from './contract.ts'

/** How an invoice stands in the books, and why when it is not there yet. */
export async function booksStatus(
  tx: Transaction,
  invoice: StoredInvoice,
  language: Language,
): Promise<z.infer<typeof BooksStatus>> {
  const nothing = {
    bookingId: null,
    mutationNumber: null,
    bookedAt: null,
    administration: null,
    cause: null,
    nextTryAt: null,
  }
  if (invoice.state === 'draft') return { state: 'none', ...nothing }
  if (invoice.origin !== null) return { state: 'history', ...nothing }
  const booking = await findBookingOfInvoice(tx, invoice.id)
  if (booking === null) {
    if ((await findOverride(tx, invoice.id))?.kind === 'excluded') return { state: 'excluded', ...nothing }
    return { state: isWithoutAmount(invoice.totals) ? 'nothing_to_book' : 'not_connected', ...nothing }
  }
  const state = booksStateOf(booking)
  const { name } = await findBooks(tx, booking.books_id)
  return {
    state,
    bookingId: booking.id,
    mutationNumber: booking.mutation_number?.toString() ?? null,
    bookedAt: booking.booked_at?.toISOString() ?? null,
    administration: booksName(name, language),
    ...(await waiting(tx, { booking, invoice, state }, language)),
  }
}

function booksStateOf({ state }: BookingRow): z.infer<typeof BooksState> {
  if (isSettled(state)) return state
  return failedBookingStates.some((failed) => failed === state) ? 'failed' : 'waiting'
}

function isSettled(state: string): state is (typeof settledStates)[number] {
  return settledStates.some((settled) => settled === state)
}

const settledStates = ['booked', 'verified', 'adopted', 'excluded'] as const

type Found = { booking: BookingRow; invoice: StoredInvoice; state: z.infer<typeof BooksState> }

/** Why it waits, and until when. What holds up the connection, or its relation, holds up every booking that waits. */
async function waiting(tx: Transaction, { booking, invoice, state }: Found, language: Language) {
  const concerned = { invoiceId: invoice.id, customerId: invoice.customerId }
  const because = (row: Waiting, about: Concerned) => ({
    cause: presentCause({ cause: row.cause, causeCode: row.cause_code ?? null }, about, language),
    nextTryAt: row.next_at?.toISOString() ?? null,
  })
  if (state === 'failed') return because(booking, concerned)
  if (state !== 'waiting') return { cause: null, nextTryAt: null }
  const connection = await findConnection(tx)
  if (connection?.state === 'disconnected') return because({ cause: 'disconnected', next_at: null }, {})
  if (connection?.state === 'paused') {
    return because({ cause: connection.paused_cause, next_at: connection.next_test_at }, {})
  }
  const relation = booking.state === 'planned' ? await findRelation(tx, booking.relation_id) : null
  const waitsForRelation = relation !== null && relation.cause !== null && !isRelationPresent(relation.state)
  return because(waitsForRelation ? relation : booking, concerned)
}

type Waiting = { cause: string | null; cause_code?: string | null; next_at: Date | null }

function isRelationPresent(state: string): boolean {
  return presentRelationStates.some((it) => it === state)
}
