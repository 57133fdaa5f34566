import { sql, type Transaction } from 'kysely'
import { searchWords } from '../lists/search.ts'
import type { DB } from '../schema/schema.generated.ts'
import type { ActivityListRequest } from './listed-activity.ts'

/**
 * A word of which so many of the newest entries have enough is common, and is found among them; any other is looked up.
 * Read in about five milliseconds.
 */
const NEWEST = 3_000

/** Spaces of elsewhere and the like alone are no words, and ask for nothing. */
export function hasWords(search: string | undefined): boolean {
  return searchWords(search).length > 0
}

/** The positions of the newest entries below one that have all words that are searched for, the newest first. */
export async function findActivities(
  tx: Transaction<DB>,
  { before, by, failing, from, search, subjectTypes, waiting }: ActivityListRequest,
  { below, wanted }: { below: bigint | null; wanted: number },
): Promise<bigint[]> {
  const outcome = failing ? 'failure' : waiting ? 'waiting' : null
  const { rows } = await sql<{ position: bigint }>`
    select position from activities_found(
      ${searchWords(search)}::text[], ${subjectTypes ?? null}::text[], ${outcome}, ${by ?? null},
      ${from ?? null}::timestamptz, ${before ?? null}::timestamptz, ${below}::bigint, ${NEWEST}::integer,
      ${wanted}::integer) as position`.execute(tx)
  return rows.map(({ position }) => position)
}
