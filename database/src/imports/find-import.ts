import { type Selectable, sql, type Transaction } from 'kysely'
import { cursorParts, decodeCursor, type Page, type PageRequest, pageOf, pageSize } from '../lists/page.ts'
import type { DB, Imports } from '../schema/schema.generated.ts'
import {
  type ImportKind,
  type ImportState,
  importKinds,
  importStates,
  type RowFate,
} from './import-states.ts'

/** How a person wants a file to be read, where that differs from what is recognised. */
export type ImportWish = {
  readonly encoding?: string
  readonly delimiter?: string
  readonly decimals?: string
  readonly dates?: string
  /** The field of each column; null for one that is left out. */
  readonly fields?: readonly (string | null)[]
  /** What a product or an invoice has whose row says nothing of VAT. */
  readonly vatTreatment?: string
  /** How an invoice stands whose row does not say what is open of it. */
  readonly payment?: 'open' | 'paid'
}

/** How a file was read. */
export type ImportReading = {
  readonly fileKind: string
  /** Null of a sheet, in which they mean nothing. */
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly decimals: string
  /** In which order days are written; a reading of before that was recognised says nothing. */
  readonly dates?: string
  readonly headerRow: number
  readonly titles: readonly string[]
  readonly fields: readonly (string | null)[]
  /** What stands first in each column. */
  readonly samples: readonly string[]
  readonly program: string | null
  readonly vatTreatment: string | null
  /** A reading of before it was asked says nothing. */
  readonly payment?: 'open' | 'paid' | null
}

export interface StoredImport {
  readonly id: string
  readonly kind: ImportKind
  readonly state: ImportState
  /** The books that it is read from; null of a file. */
  readonly booksId: string | null
  readonly fileName: string
  readonly fileSize: number
  readonly wished: ImportWish
  readonly reading: ImportReading | null
  readonly cause: string | null
  readonly takeChanges: boolean
  /** The last row of the file that was read, or of those that are added or taken back. */
  readonly rowsDone: number
  readonly requestedBy: string | null
  readonly revision: number
  readonly createdAt: Date
  readonly appliedAt: Date | null
}

export async function findImport(tx: Transaction<DB>, id: string): Promise<StoredImport | undefined> {
  const row = await tx.selectFrom('imports').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : importOf(row)
}

/**
 * The imports, the newest first.
 *
 * @throws DatabaseError `cursor_invalid`
 */
export async function listImports(
  tx: Transaction<DB>,
  request: PageRequest = {},
): Promise<Page<StoredImport>> {
  const size = pageSize(request)
  let query = tx.selectFrom('imports').selectAll()
  if (request.cursor !== undefined) {
    const [ordinal] = decodeCursor(request.cursor, [cursorParts.integer])
    query = query.where(sql<boolean>`ordinal < ${ordinal}::bigint`)
  }
  const rows = await query
    .orderBy('ordinal', 'desc')
    .limit(size + 1)
    .execute()
  return pageOf(rows, size, (row) => [String(row.ordinal)], importOf)
}

/** How many imports wait for a person. */
export async function countOpenImports(tx: Transaction<DB>): Promise<number> {
  const { count } = await tx
    .selectFrom('imports')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('state', 'in', ['receiving', 'reading', 'ready', 'refused', 'halted'])
    .executeTakeFirstOrThrow()
  return count
}

/** How many rows there are of each fate, and how many have an outcome. */
export type ImportCounts = Readonly<Record<RowFate, number>> & {
  readonly added: number
  readonly updated: number
  readonly takenBack: number
  readonly kept: number
  /** Fields of known ones for which the file has another value. */
  readonly changes: number
}

export async function countImportRows(tx: Transaction<DB>, id: string): Promise<ImportCounts> {
  const count = (condition: ReturnType<typeof sql<boolean>>) =>
    sql<number>`(count(*) filter (where ${condition}))::int`
  return tx
    .selectFrom('import_rows')
    .where('import_id', '=', id)
    .select([
      count(sql`fate = 'new'`).as('new'),
      count(sql`fate = 'same'`).as('same'),
      count(sql`fate = 'changed'`).as('changed'),
      count(sql`fate = 'wrong'`).as('wrong'),
      count(sql`outcome = 'added'`).as('added'),
      count(sql`outcome = 'changed'`).as('updated'),
      count(sql`outcome = 'taken_back'`).as('takenBack'),
      count(sql`outcome = 'kept'`).as('kept'),
      sql<number>`coalesce(sum(jsonb_array_length(changes)), 0)::int`.as('changes'),
    ])
    .executeTakeFirstOrThrow()
}

export function importOf(row: Selectable<Imports>): StoredImport {
  const kind = importKinds.find((known) => known === row.kind)
  const state = importStates.find((known) => known === row.state)
  if (kind === undefined || state === undefined)
    throw new RangeError(`Import ${row.id} is of an unknown kind or state.`)
  return {
    id: row.id,
    kind,
    state,
    booksId: row.books_id,
    fileName: row.file_name,
    fileSize: row.file_size,
    // Written by save-import.ts and change-import.ts and by nobody else.
    wished: row.wished as ImportWish,
    reading: row.reading as ImportReading | null,
    cause: row.cause,
    takeChanges: row.take_changes,
    rowsDone: row.rows_done,
    requestedBy: row.requested_by,
    revision: row.revision,
    createdAt: row.created_at,
    appliedAt: row.applied_at,
  }
}
