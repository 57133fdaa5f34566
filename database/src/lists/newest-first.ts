import { type SelectQueryBuilder, sql } from 'kysely'
import { cursorParts, decodeCursor, type Page, type PageRequest, pageOf, pageSize } from './page.ts'

/**
 * A page of what has a place in a log, the newest first.
 *
 * @throws DatabaseError `cursor_invalid`
 */
export async function newestFirst<Tables, Table extends keyof Tables, Row extends { position: bigint }, Item>(
  query: SelectQueryBuilder<Tables, Table, Row>,
  request: PageRequest,
  itemOf: (row: Row) => Item,
): Promise<Page<Item>> {
  const size = pageSize(request)
  const position = sql.ref('position')
  const rows = await (request.cursor === undefined
    ? query
    : query.where(sql<boolean>`${position} < ${positionIn(request.cursor)}`)
  )
    .orderBy(position, 'desc')
    .limit(size + 1)
    .execute()
  return pageOf(rows as Row[], size, (row) => [String(row.position)], itemOf)
}

/** @throws DatabaseError `cursor_invalid` */
export function positionIn(cursor: string): bigint {
  const [position] = decodeCursor(cursor, [cursorParts.integer])
  return BigInt(position)
}
