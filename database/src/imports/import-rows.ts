import { type Selectable, sql, type Transaction } from 'kysely'
import { cursorParts, decodeCursor, type Page, type PageRequest, pageOf, pageSize } from '../lists/page.ts'
import { searchable, searchPatterns } from '../lists/search.ts'
import type { DB, ImportRows } from '../schema/schema.generated.ts'
import { type RowFate, type RowOutcome, rowFates, rowOutcomes } from './import-states.ts'

type Texts = Readonly<Record<string, string>>

/** A row of a file, with what is known of it. */
export interface ImportRow {
  readonly position: number
  /** What stands in the file, by field. */
  readonly cells: Texts
  /** What a person put in its place. */
  readonly mended: Texts
  readonly fate: RowFate
  readonly problems: readonly { field: string; code: string; limit?: number }[]
  readonly changes: readonly { field: string; from: string; to: string }[]
  readonly name: string
  readonly place: string
  /** What makes a second row of the same file the same one. */
  readonly key: string
  readonly targetId: string | null
  readonly targetRevision: number | null
  /** What a known one said before it was changed. */
  readonly before: Texts | null
  readonly outcome: RowOutcome | null
}

/** Writes rows down; what was mended in one that is there already stays. */
export async function saveImportRows(
  tx: Transaction<DB>,
  importId: string,
  rows: readonly ImportRow[],
): Promise<void> {
  if (rows.length === 0) return
  const values = rows.map((row) => ({
    ...row,
    search: searchable(row.name, row.place),
    target_id: row.targetId,
    target_revision: row.targetRevision,
  }))
  await sql`
    insert into import_rows (import_id, position, cells, mended, fate, problems, changes, name, place, search_text, key,
      target_id, target_revision, before, outcome)
    select ${importId}::uuid, position, cells, mended, fate, problems, changes, name, place, search, key,
      target_id, target_revision, nullif(before, 'null'::jsonb), outcome
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as given (position integer, cells jsonb, mended jsonb,
      fate text, problems jsonb, changes jsonb, name text, place text, search text, key text, target_id uuid,
      target_revision integer, before jsonb, outcome text)
    on conflict (organization_id, import_id, position) do update set
      cells = excluded.cells, mended = excluded.mended, fate = excluded.fate, problems = excluded.problems,
      changes = excluded.changes, name = excluded.name, place = excluded.place, search_text = excluded.search_text,
      key = excluded.key, target_id = excluded.target_id, target_revision = excluded.target_revision,
      before = excluded.before, outcome = excluded.outcome`.execute(tx)
}

/** What was mended in some rows, by position. */
export async function mendedOf(
  tx: Transaction<DB>,
  importId: string,
  positions: readonly number[],
): Promise<ReadonlyMap<number, Texts>> {
  const rows = await tx
    .selectFrom('import_rows')
    .select(['position', 'mended'])
    .where('import_id', '=', importId)
    .where('position', 'in', positions.length === 0 ? [0] : positions)
    .where(sql<boolean>`mended <> '{}'`)
    .execute()
  return new Map(rows.map(({ mended, position }) => [position, mended as Texts]))
}

/** For some keys the first row that has each. */
export async function firstRowsWithKeys(
  tx: Transaction<DB>,
  importId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ key: string; position: number }>`
    select key, min(position) as position from import_rows
    where import_id = ${importId} and md5(key) in (select md5(k) from unnest(${keys}::text[]) k)
    group by key`.execute(tx)
  return new Map(rows.map(({ key, position }) => [key, position]))
}

/** Rows that are no longer in the file as it is read now. */
export async function deleteImportRows(tx: Transaction<DB>, importId: string, after: number): Promise<void> {
  await tx.deleteFrom('import_rows').where('import_id', '=', importId).where('position', '>', after).execute()
}

export interface ImportRowRequest extends PageRequest {
  readonly fate?: RowFate | undefined
  readonly search?: string | undefined
}

/** What is wrong stands on top, then what changes, then what is new; each in the order of the file. */
const rank = sql<number>`array_position(array['wrong', 'changed', 'new', 'same'], fate)`

/** @throws DatabaseError `cursor_invalid` */
export async function listImportRows(
  tx: Transaction<DB>,
  importId: string,
  request: ImportRowRequest,
): Promise<Page<ImportRow>> {
  const size = pageSize(request)
  let query = tx
    .selectFrom('import_rows')
    .selectAll()
    .select(rank.as('rank'))
    .where('import_id', '=', importId)
  if (request.fate !== undefined) query = query.where('fate', '=', request.fate)
  for (const pattern of searchPatterns(request.search)) query = query.where('search_text', 'like', pattern)
  if (request.cursor !== undefined) {
    const [place, position] = decodeCursor(request.cursor, [cursorParts.integer, cursorParts.integer])
    query = query.where(sql<boolean>`(${rank}, position) > (${place}::integer, ${position}::integer)`)
  }
  const rows = await query
    .orderBy(rank)
    .orderBy('position')
    .limit(size + 1)
    .execute()
  return pageOf(rows, size, (row) => [String(row.rank), String(row.position)], importRowOf)
}

export async function findImportRow(
  tx: Transaction<DB>,
  importId: string,
  position: number,
): Promise<ImportRow | undefined> {
  const row = await tx
    .selectFrom('import_rows')
    .selectAll()
    .where('import_id', '=', importId)
    .where('position', '=', position)
    .executeTakeFirst()
  return row === undefined ? undefined : importRowOf(row)
}

/** The next rows, in the order of the file, that have one of these fates and no outcome, or one of these outcomes. */
export async function nextImportRows(
  tx: Transaction<DB>,
  importId: string,
  wanted: {
    after: number
    limit: number
    fates?: readonly RowFate[]
    outcomes?: readonly RowOutcome[]
  },
): Promise<ImportRow[]> {
  let query = tx
    .selectFrom('import_rows')
    .selectAll()
    .where('import_id', '=', importId)
    .where('position', '>', wanted.after)
  if (wanted.fates) query = query.where('fate', 'in', wanted.fates).where('outcome', 'is', null)
  if (wanted.outcomes) query = query.where('outcome', 'in', wanted.outcomes)
  const rows = await query.orderBy('position').limit(wanted.limit).execute()
  return rows.map(importRowOf)
}

function importRowOf(row: Selectable<ImportRows>): ImportRow {
  const fate = rowFates.find((known) => known === row.fate)
  if (fate === undefined) throw new RangeError(`A row has the fate ${row.fate}, which is not known.`)
  return {
    position: row.position,
    // Written by saveImportRows() and by nobody else.
    cells: row.cells as Texts,
    mended: row.mended as Texts,
    fate,
    problems: row.problems as unknown as ImportRow['problems'],
    changes: row.changes as unknown as ImportRow['changes'],
    name: row.name,
    place: row.place,
    key: row.key,
    targetId: row.target_id,
    targetRevision: row.target_revision,
    before: row.before as Texts | null,
    outcome: rowOutcomes.find((known) => known === row.outcome) ?? null,
  }
}
