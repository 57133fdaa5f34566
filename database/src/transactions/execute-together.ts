import { type Expression, type OperationNodeSource, sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** An insert, update or delete that returns something for each row. */
export type Statement = OperationNodeSource

/** A select. */
export type Reading<Row> = Expression<Row>

/**
 * Carries out several changes as one statement, and returns of how many rows each was. Asking once instead of three
 * times matters where a transaction stands between two calls of a service. All see the rows as they were before,
 * and in what order they happen is not defined, so no two may touch the same row.
 */
export async function executeTogether(
  tx: Transaction<DB>,
  statements: readonly Statement[],
): Promise<readonly number[]> {
  if (statements.length === 0) return []
  const { rows } = await sql<{ counts: number[] }>`
    with ${sql.join(partsOf(statements))} select ${countsOf(statements)} as counts`.execute(tx)
  return rows[0]?.counts ?? []
}

/**
 * The same, at least one, and finds a row as it was before them: of several the first, null when there is none.
 */
export async function executeAndFind<Row extends object>(
  tx: Transaction<DB>,
  statements: readonly Statement[],
  reading: Reading<Row>,
): Promise<{ readonly counts: readonly number[]; readonly row: Row | null }> {
  const { rows } = await sql<Row & { changed_rows: number[]; is_found: boolean | null }>`
    with ${sql.join([...partsOf(statements), sql`found as (${reading})`])}
    select ${countsOf(statements)} as changed_rows, one.*
    from (select) as always left join (select *, true as is_found from found limit 1) as one on true`.execute(
    tx,
  )
  const [first] = rows
  if (first === undefined) throw new Error('Nothing was answered.')
  const { changed_rows: counts, is_found: isFound, ...row } = first
  return { counts, row: isFound === true ? (row as unknown as Row) : null }
}

function partsOf(statements: readonly Statement[]) {
  return statements.map((statement, at) => sql`${sql.ref(nameOf(at))} as (${statement})`)
}

function countsOf(statements: readonly Statement[]) {
  return sql`array[${sql.join(statements.map((_, at) => sql`(select count(*)::int from ${sql.ref(nameOf(at))})`))}]`
}

function nameOf(at: number): string {
  return `statement_${at + 1}`
}
