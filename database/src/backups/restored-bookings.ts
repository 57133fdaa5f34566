import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** The highest number of a mutation that is known of these books; null where none is. */
export async function highestMutationNumber(tx: Transaction<DB>, booksId: string): Promise<number | null> {
  const { highest } = await tx
    .selectFrom('bookings')
    .select((eb) => eb.fn.max('mutation_number').as('highest'))
    .where('books_id', '=', booksId)
    .executeTakeFirstOrThrow()
  return highest === null ? null : Number(highest)
}

/** Those of these marks that no booking of the organization has. */
export async function referencesWithoutBooking(
  tx: Transaction<DB>,
  references: readonly string[],
): Promise<string[]> {
  if (references.length === 0) return []
  const known = await tx
    .selectFrom('bookings')
    .select('reference')
    .where('reference', 'in', references)
    .execute()
  const found = new Set(known.map(({ reference }) => reference))
  return references.filter((reference) => !found.has(reference))
}

/** All customers of the organization, archived ones too. */
export async function listCustomerIds(tx: Transaction<DB>): Promise<string[]> {
  const rows = await tx.selectFrom('customers').select('id').execute()
  return rows.map(({ id }) => id)
}
