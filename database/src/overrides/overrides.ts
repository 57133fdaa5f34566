import { type Selectable, sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** What a person may say of a booking: that it is a mutation in the books, or that it is not to be made. */
export const overrideKinds = ['adopted', 'excluded'] as const

/** What a person decided of a final invoice; `found` is the mutation as it stood there then. */
export type OverrideRow = Omit<Selectable<DB['booking_overrides']>, 'found'> & { readonly found: unknown }

/** The one in force of an invoice; null where nobody decided, or it was taken back. */
export async function findOverride(tx: Transaction<DB>, invoiceId: string): Promise<OverrideRow | null> {
  const row = await tx
    .selectFrom('booking_overrides')
    .selectAll()
    .where('invoice_id', '=', invoiceId)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

export type NewOverride = {
  readonly invoiceId: string
  readonly former: { readonly state: string; readonly mutationNumber: bigint | null } | null
  readonly by: string
  readonly at: Date
} & (
  | { readonly kind: 'excluded'; readonly reason: string }
  | {
      readonly kind: 'adopted'
      readonly booksId: string
      readonly mutationNumber: number
      readonly found: unknown
    }
)

/** Writes it down, unless one of this invoice is in force. Returns whether it was written. */
export async function insertOverride(tx: Transaction<DB>, override: NewOverride): Promise<boolean> {
  const { at, by, former, invoiceId, kind } = override
  const result = await tx
    .insertInto('booking_overrides')
    .values({
      invoice_id: invoiceId,
      kind,
      reason: kind === 'excluded' ? override.reason : null,
      books_id: kind === 'adopted' ? override.booksId : null,
      mutation_number: kind === 'adopted' ? BigInt(override.mutationNumber) : null,
      found: kind === 'adopted' ? JSON.stringify(override.found) : null,
      former_state: former?.state ?? null,
      former_mutation_number: former?.mutationNumber ?? null,
      decided_at: at,
      decided_by: by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Takes it back; whether it was in force. */
export async function undoOverride(
  tx: Transaction<DB>,
  { at, by, overrideId }: { overrideId: string; by: string; at: Date },
): Promise<boolean> {
  const result = await tx
    .updateTable('booking_overrides')
    .set({ undone_at: at, undone_by: by })
    .where('id', '=', overrideId)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/**
 * Whether a final credit note stands on what was decided of this invoice: one that is in the books, may be, or is itself
 * left out of them. One that waits for its invoice goes on waiting.
 */
export async function isBuiltOn(tx: Transaction<DB>, invoiceId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('invoices as note')
    .leftJoin('bookings', 'bookings.invoice_id', 'note.id')
    .select('note.id')
    .where('note.credits_id', '=', invoiceId)
    .where('note.state', '=', 'final')
    .where(sql<boolean>`coalesce(bookings.state, 'none') not in ('planned', 'rejected')`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether another invoice is this mutation already, or was. */
export async function isMutationOfAnother(
  tx: Transaction<DB>,
  of: { booksId: string; mutationNumber: number; invoiceId: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom('bookings')
    .select('id')
    .where('books_id', '=', of.booksId)
    .where('mutation_number', '=', BigInt(of.mutationNumber))
    .where('invoice_id', '<>', of.invoiceId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
