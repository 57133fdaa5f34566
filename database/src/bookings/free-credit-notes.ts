import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/**
 * Plans the bookings of the credit notes of an invoice that wait for it in these books, which these causes say; and in
 * other books those of which only `notBooked` said that it was not booked, as something else keeps them now. Returns how
 * many there were.
 */
export async function freeCreditNotes(
  tx: Transaction<DB>,
  {
    at,
    booksId,
    causes,
    invoiceId,
    notBooked,
  }: {
    invoiceId: string
    booksId: string
    causes: readonly string[]
    notBooked: readonly string[]
    at: Date
  },
): Promise<number> {
  const result = await tx
    .updateTable('bookings')
    .set({ state: 'planned', changed_at: at, next_at: null, look_ups: 0, cause: null, cause_code: null })
    .where('invoice_id', 'in', (notes) =>
      notes.selectFrom('invoices').select('invoices.id').where('invoices.credits_id', '=', invoiceId),
    )
    .where((eb) => eb.or([eb('books_id', '=', booksId), eb('cause', 'in', notBooked)]))
    .where('state', 'in', ['planned', 'rejected'])
    .where('cause', 'in', causes)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}
