import { sql } from 'kysely'
import type { Database } from '../pools/open-database.ts'

/** The organizations that have a lane, which are all that were ever linked: for the worker's role, in order. */
export async function* listLanes(database: Database, batch = 500): AsyncGenerator<string> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<{ id: string }>`
      select organization_id as id from booking_lanes where organization_id > ${after} order by 1 limit ${batch}`.execute(
      database.kysely,
    )
    for (const { id } of rows) yield id
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
  }
}
