import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import { type ImportReading, type ImportWish, importOf, type StoredImport } from './find-import.ts'
import type { ImportKind, ImportState } from './import-states.ts'

/** Adds an import whose file is still to come. */
export async function saveImport(
  tx: Transaction<DB>,
  given: {
    kind: ImportKind
    fileName: string
    fileSize: number
    booksId?: string | null
    requestedBy: string | null
    at: Date
  },
): Promise<StoredImport> {
  const row = await tx
    .insertInto('imports')
    .values({
      kind: given.kind,
      file_name: given.fileName,
      file_size: given.fileSize,
      books_id: given.booksId ?? null,
      requested_by: given.requestedBy,
      created_at: given.at,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return importOf(row)
}

/** What may change with the state of an import. */
export type ImportChange = {
  readonly wished?: ImportWish
  readonly reading?: ImportReading
  readonly cause?: string | null
  readonly takeChanges?: boolean
  readonly rowsDone?: number
  readonly appliedAt?: Date
}

/**
 * Brings an import from one of several states into another, and returns it; null where it stands in none of them, or
 * is of another revision than was read. Its revision rises only where a person wishes something.
 */
export async function changeImport(
  tx: Transaction<DB>,
  id: string,
  step: { from: readonly ImportState[]; to: ImportState; revision?: number | undefined; isWish?: boolean },
  change: ImportChange = {},
): Promise<StoredImport | null> {
  const json = (value: unknown) => sql<string>`${JSON.stringify(value)}::jsonb`
  let query = tx
    .updateTable('imports')
    .set({
      state: step.to,
      ...(step.isWish === true && { revision: sql`revision + 1` }),
      ...(change.wished && { wished: json(change.wished) }),
      ...(change.reading && { reading: json(change.reading) }),
      ...(change.cause !== undefined && { cause: change.cause }),
      ...(change.takeChanges !== undefined && { take_changes: change.takeChanges }),
      ...(change.rowsDone !== undefined && { rows_done: change.rowsDone }),
      ...(change.appliedAt && { applied_at: change.appliedAt }),
    })
    .where('id', '=', id)
    .where('state', 'in', step.from)
  if (step.revision !== undefined) query = query.where('revision', '=', step.revision)
  const row = await query.returningAll().executeTakeFirst()
  return row === undefined ? null : importOf(row)
}

/** Takes an import away with its file and its rows; of one that added something that is refused with false. */
export async function deleteImport(tx: Transaction<DB>, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('imports')
    .where('id', '=', id)
    .where('state', 'in', ['receiving', 'ready', 'refused', 'undone'])
    .executeTakeFirst()
  return numDeletedRows > 0n
}
