import { type SelectQueryBuilder, sql } from 'kysely'
import { cursorParts, decodeCursor, type Page, type PageRequest, pageOf, pageSize } from '../lists/page.ts'
import type { DB } from '../schema/schema.generated.ts'
import type { ActivityListRequest, ActivityRow } from './listed-activity.ts'

/** Whether only some days are asked for, which may lie far back. */
export function isOfPeriod({ before, from }: ActivityListRequest): boolean {
  return before !== undefined || from !== undefined
}

/**
 * A page of entries by their time, the newest first: along the time a month of long ago is found at once.
 *
 * @throws DatabaseError `cursor_invalid`
 */
export async function lastDayFirst<Item>(
  query: SelectQueryBuilder<DB, 'activities', ActivityRow>,
  request: PageRequest,
  itemOf: (row: ActivityRow) => Item,
): Promise<Page<Item>> {
  const size = pageSize(request)
  const { cursor } = request
  const rows = await (cursor === undefined ? query : query.where(beyond(cursor)))
    .select(sql<string>`activities.at::text`.as('at_exactly'))
    .orderBy('at', 'desc')
    .orderBy('position', 'desc')
    .limit(size + 1)
    .execute()
  return pageOf(rows, size, (row) => [row.at_exactly, String(row.position)], itemOf)
}

function beyond(cursor: string) {
  const [at, position] = decodeCursor(cursor, [cursorParts.instant, cursorParts.integer])
  return sql<boolean>`(activities.at, activities.position) < (${at}::timestamptz, ${position}::bigint)`
}
