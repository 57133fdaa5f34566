import { type Expression, type OperationNodeSource, sql, type Transaction } from 'kysely'
import { lastOfTransaction, type Unanswered } from '../pools/fewer-round-trips.ts'
import type { DB } from '../schema/schema.generated.ts'

/** An insert, update or delete that returns something for each row. */
export type Statement = OperationNodeSource

/** A select. */
export type Reading<Row> = Expression<Row>

export type Together<Row> = {
  readonly statements: readonly Statement[]
  /** Of so many of them, the first, each must change a row. */
  readonly required: number
  /** What is found with them, as it was before them. */
  readonly reading?: Reading<Row> | undefined
}

/**
 * Carries out several changes as one statement, and finds a row as it was before them: of several the first, null
 * where there is none or none is asked for. Asking once instead of three times matters where a transaction stands
 * between two calls of a service. All see the rows as they were before, and in what order they happen is not defined,
 * so no two may touch the same row.
 *
 * @throws DatabaseError `superseded` where one that is required changes nothing; nothing of any then stays
 */
export async function executeTogether<Row extends object>(
  tx: Transaction<DB>,
  together: Together<Row>,
): Promise<Row | null> {
  if (together.statements.length === 0) return null
  const { rows } = await sql<Answer<Row>>`${statementOf(together)}`.execute(tx)
  return foundIn(rows)
}

/**
 * The same as the last of its transaction, at least one statement: where the pool has few round trips it is sent
 * together with the commit, which then throws what it throws. What it found is there once the transaction is over.
 */
export async function executeLast<Row extends object>(
  tx: Transaction<DB>,
  together: Together<Row>,
): Promise<{ readonly found: Promise<Row | null> }> {
  const statement = sql<
    Answer<Row> | Unanswered<Answer<Row>>
  >`${sql.raw(lastOfTransaction)} ${statementOf(together)}`
  const { rows } = await statement.execute(tx)
  const [first] = rows
  const isUnanswered = first !== undefined && 'answered' in first
  return {
    found: isUnanswered ? foundLater(first.answered) : Promise.resolve(foundIn(rows as Answer<Row>[])),
  }
}

type Answer<Row> = Row & { readonly changed_rows: number[]; readonly is_found: boolean | null }

function foundLater<Row extends object>(answered: Promise<Answer<Row>[]>): Promise<Row | null> {
  const found = answered.then(foundIn<Row>)
  // Where it fails, the transaction says so.
  found.catch(() => {})
  return found
}

function foundIn<Row extends object>([first]: readonly Answer<Row>[]): Row | null {
  if (first === undefined) throw new Error('Nothing was answered.')
  const { changed_rows: _, is_found: isFound, ...row } = first
  return isFound === true ? (row as unknown as Row) : null
}

function statementOf<Row>({ statements, required, reading }: Together<Row>) {
  const parts = statements.map((statement, at) => sql`${sql.ref(nameOf(at))} as (${statement})`)
  const counts = statements.map((_, at) => sql`(select count(*)::int from ${sql.ref(nameOf(at))})`)
  const changed = sql`require_rows(array[${sql.join(counts)}], ${required})`
  if (reading === undefined)
    return sql`with ${sql.join(parts)} select ${changed} as changed_rows, false as is_found`
  return sql`with ${sql.join([...parts, sql`found as (${reading})`])}
    select ${changed} as changed_rows, one.*
    from (select) as always left join (select *, true as is_found from found limit 1) as one on true`
}

function nameOf(at: number): string {
  return `statement_${at + 1}`
}
