import { sql } from 'kysely'
import { everyId } from '../lists/every-id.ts'
import type { Database } from '../pools/open-database.ts'

/** The organizations that have a lane, which are all that were ever linked: for the worker's role, in order. */
export function listLanes(database: Database, batch = 500): AsyncGenerator<string> {
  return everyId(
    database,
    (after) => sql`
      select organization_id as id from booking_lanes where organization_id > ${after} order by 1 limit ${batch}`,
  )
}
