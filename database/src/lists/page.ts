import { DatabaseError } from '../errors/database-error.ts'

/** A part of a list, and where the next part begins: null when this is the last. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextCursor: string | null
}

export interface PageRequest {
  /** `nextCursor` of the page before. */
  readonly cursor?: string | undefined
  /** Rows on a page; default 50. */
  readonly limit?: number | undefined
}

/** More rows than anybody reads at once would only hold up the others. */
const largestPage = 200

export function pageSize({ limit = 50 }: PageRequest): number {
  return Math.min(Math.max(1, Math.trunc(limit)), largestPage)
}

/**
 * Makes a page of rows that were read with one more than its size: the extra row tells that there is a next page.
 * The cursor holds the sort key of the last row, so a page neither repeats nor skips when rows come and go.
 */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  size: number,
  keyOf: (row: Row) => readonly string[],
  itemOf: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return {
    items: shown.map(itemOf),
    nextCursor: rows.length > size && last !== undefined ? encodeCursor(keyOf(last)) : null,
  }
}

function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/**
 * The sort key in a cursor, each part matching its pattern.
 *
 * @throws DatabaseError `cursor_invalid`
 */
export function decodeCursor<const Patterns extends readonly RegExp[]>(
  cursor: string,
  patterns: Patterns,
): { readonly [Part in keyof Patterns]: string } {
  const key = parseJson(Buffer.from(cursor, 'base64url').toString('utf8'))
  if (
    !Array.isArray(key) ||
    key.length !== patterns.length ||
    !patterns.every((p, at) => isPart(p, key[at]))
  ) {
    throw new DatabaseError('cursor_invalid')
  }
  return key as unknown as { readonly [Part in keyof Patterns]: string }
}

const isPart = (pattern: RegExp, part: unknown) => typeof part === 'string' && pattern.test(part)

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const cursorParts = {
  text: /^[^\0]*$/s,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  integer: /^\d{1,18}$/,
  /** As PostgreSQL writes it in UTC, to the microsecond, which a Date does not hold. */
  instant: /^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
} as const
