import { type OperationNodeSource, sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** An insert, update or delete that returns something for each row. */
export type Statement = OperationNodeSource

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
  const parts = statements.map((statement, at) => sql`${sql.ref(nameOf(at))} as (${statement})`)
  const counts = statements.map((_, at) => sql`(select count(*)::int from ${sql.ref(nameOf(at))})`)
  const { rows } = await sql<{ counts: number[] }>`
    with ${sql.join(parts)} select array[${sql.join(counts)}] as counts`.execute(tx)
  return rows[0]?.counts ?? []
}

function nameOf(at: number): string {
  return `statement_${at + 1}`
}
