import { type RawBuilder, sql, type Transaction } from 'kysely'
import { searchPatterns } from '../lists/search.ts'
import type { DB } from '../schema/schema.generated.ts'

/** What is searched for: the invoices that are found, or null where they are too many, with the words themselves. */
export interface SearchedFor {
  readonly patterns: readonly string[]
  readonly ids: readonly string[] | null
}

/** Of more the words are so common that going along the list finds a page sooner than putting all of them in order. */
const MOST_FOUND = 1_000

/** Three letters, between the signs that let anything stand around them. */
const SHORTEST_PATTERN = 5

/** The text an invoice is known by, with the name that its customer has today. */
export const searchedText: RawBuilder<string> = sql`(invoices.search_text || ' ' || customers.sort_name)`

/** Looks the words up in the index of texts, as far as that narrows anything. */
export async function whatIsFound(tx: Transaction<DB>, search: string | undefined): Promise<SearchedFor> {
  const patterns = searchPatterns(search)
  // An index of threes of letters says nothing of fewer.
  if (!patterns.some((pattern) => pattern.length >= SHORTEST_PATTERN)) return { patterns, ids: null }
  const { rows } = await sql<{ id: string }>`
    select found_id as id from invoices_found(${patterns}::text[], ${MOST_FOUND + 1}::integer)`.execute(tx)
  return { patterns, ids: rows.length > MOST_FOUND ? null : rows.map(({ id }) => id) }
}
