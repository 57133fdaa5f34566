import { type Selectable, sql, type Transaction } from 'kysely'
import type { Database } from '../pools/open-database.ts'
import type { DB } from '../schema/schema.generated.ts'

/** That somebody asked what stands under a number in the books; `found` is what the reader wrote there. */
export type MutationReadingRow = Omit<Selectable<DB['mutation_readings']>, 'found'> & {
  readonly found: unknown
}

/** Asks for it. Returns its id. */
export async function askForMutation(
  tx: Transaction<DB>,
  asked: { booksId: string; invoiceId: string; mutationNumber: number; at: Date },
): Promise<string> {
  const { id } = await tx
    .insertInto('mutation_readings')
    .values({
      books_id: asked.booksId,
      invoice_id: asked.invoiceId,
      mutation_number: BigInt(asked.mutationNumber),
      asked_at: asked.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function findMutationReading(
  tx: Transaction<DB>,
  readingId: string,
): Promise<MutationReadingRow | null> {
  const row = await tx
    .selectFrom('mutation_readings')
    .selectAll()
    .where('id', '=', readingId)
    .executeTakeFirst()
  return row ?? null
}

/** What was asked of whichever organization, and nobody has in hand; the first asked first. Role `stella_worker`. */
export async function findAskedMutations(
  { kysely }: Database,
  { now, limit }: { now: Date; limit: number },
): Promise<{ readonly organizationId: string; readonly readingId: string }[]> {
  const { rows } = await sql<{ organizationId: string; readingId: string }>`
    select organization_id as "organizationId", reading_id as "readingId"
    from mutation_readings_to_do(${now}, ${limit})`.execute(kysely)
  return rows
}

/** Takes a reading in hand until then; null where another did, or it is read. */
export async function takeMutationReading(
  tx: Transaction<DB>,
  { readingId, now, until }: { readingId: string; now: Date; until: Date },
): Promise<MutationReadingRow | null> {
  const row = await tx
    .updateTable('mutation_readings')
    .set({ taken_until: until })
    .where('id', '=', readingId)
    .where('read_at', 'is', null)
    .where((eb) => eb.or([eb('taken_until', 'is', null), eb('taken_until', '<=', now)]))
    .returningAll()
    .executeTakeFirst()
  return row ?? null
}

/** Writes what came of it, once. */
export async function saveMutationReading(
  tx: Transaction<DB>,
  { at, cause, found, readingId }: { readingId: string; at: Date; cause: string | null; found: unknown },
): Promise<void> {
  await tx
    .updateTable('mutation_readings')
    .set({ read_at: at, cause, found: found === null ? null : JSON.stringify(found) })
    .where('id', '=', readingId)
    .where('read_at', 'is', null)
    .execute()
}
