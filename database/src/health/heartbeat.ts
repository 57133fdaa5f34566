import { sql } from 'kysely'
import type { Database } from '../pools/open-database.ts'

/** Writes down that a worker looked for work just now, by the database's clock. Role `stella_worker`. */
export async function noteHeartbeat({ kysely }: Pick<Database, 'kysely'>): Promise<void> {
  await sql`
    insert into heartbeats (part, at) values ('worker', clock_timestamp())
    on conflict (part) do update set at = greatest(heartbeats.at, excluded.at)
  `.execute(kysely)
}
