import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import { cursorParts, decodeCursor, type Page, type PageRequest, pageOf, pageSize } from '../lists/page.ts'

/** What tells the rows of such a list apart and orders them. */
interface Row {
  readonly id: string
  /** The instant it is ordered by, as PostgreSQL writes it: a Date would lose the microseconds. */
  readonly since_exactly: string
}

/**
 * A page of a list of the support desk, the row whose instant lies longest ago first.
 *
 * @throws DatabaseError `cursor_invalid`
 */
export async function oldestFirst<Tables, Table extends keyof Tables, Selected extends Row>(
  query: SelectQueryBuilder<Tables, Table, Selected>,
  order: { readonly instant: string; readonly id: string },
  request: PageRequest,
): Promise<Page<Selected>> {
  const size = pageSize(request)
  const [instant, id] = [sql.ref(order.instant), sql.ref(order.id)]
  const rows = await (request.cursor === undefined ? query : query.where(after(instant, id, request.cursor)))
    .orderBy(instant)
    .orderBy(id)
    .limit(size + 1)
    .execute()
  return pageOf<Selected, Selected>(
    rows as Selected[],
    size,
    (row) => [row.since_exactly, row.id],
    (row) => row,
  )
}

function after(instant: RawBuilder<unknown>, id: RawBuilder<unknown>, cursor: string): RawBuilder<boolean> {
  const [at, last] = decodeCursor(cursor, [cursorParts.instant, cursorParts.uuid])
  return sql<boolean>`(${instant}, ${id}) > (${at}::timestamptz, ${last}::uuid)`
}
