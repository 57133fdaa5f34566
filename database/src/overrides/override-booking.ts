import type { Transaction } from 'kysely'
import { type BookingStep, changeBookingStatement } from '../bookings/change-booking.ts'
import type { DB } from '../schema/schema.generated.ts'

/**
 * Makes a booking that of a mutation which somebody entered by hand: only from the state that was seen, so never one
 * that is being sent or whose outcome is unknown, and only in the books that are linked. Returns whether it was done.
 */
export async function adoptBooking(
  tx: Transaction<DB>,
  step: Omit<BookingStep, 'set' | 'claim'> & { mutationNumber: number },
): Promise<boolean> {
  const set = { mutation_number: BigInt(step.mutationNumber), booked_at: step.at, verify_at: null }
  const changed = await changeBookingStatement(tx, { ...step, set })
    .where('books_id', 'in', (linked) =>
      linked.selectFrom('connections').select('connections.books_id').where('state', '<>', 'disconnected'),
    )
    .execute()
  return changed.length > 0
}

/**
 * Leaves a booking out of the books: only from the state that was seen, and only where nothing of it is in the books, or
 * may be. Returns whether it was done.
 *
 * @param step.doubtful causes under which it may be in the books
 * @param step.removed the cause that says that somebody took its mutation out of them
 */
export async function excludeBooking(
  tx: Transaction<DB>,
  {
    doubtful,
    removed,
    ...step
  }: Omit<BookingStep, 'set' | 'claim'> & {
    doubtful: readonly string[]
    removed: string
  },
): Promise<boolean> {
  const changed = await changeBookingStatement(tx, { ...step, set: { mutation_number: null } })
    .where((eb) => eb.or([eb('mutation_number', 'is', null), eb('cause', '=', removed)]))
    .where((eb) => eb.or([eb('cause', 'is', null), eb('cause', 'not in', doubtful)]))
    .execute()
  return changed.length > 0
}

/** Puts a booking back where it stood before somebody decided of it. Returns whether it was still decided so. */
export async function restoreBooking(
  tx: Transaction<DB>,
  step: Omit<BookingStep, 'set' | 'claim'> & { mutationNumber: bigint | null },
): Promise<boolean> {
  const { mutationNumber } = step
  const set = {
    mutation_number: mutationNumber,
    ...(mutationNumber === null ? { booked_at: null } : {}),
  }
  return (await changeBookingStatement(tx, { ...step, set }).execute()).length > 0
}

/** Takes the booking away of an invoice that had none before it was adopted; the database lets no other go. */
export async function deleteAdopted(tx: Transaction<DB>, bookingId: string): Promise<boolean> {
  const result = await tx
    .deleteFrom('bookings')
    .where('id', '=', bookingId)
    .where('state', '=', 'adopted')
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}
