import { readPlainDate } from '@stella/invoicing'
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

/** Whether a text is one of the values that a column of the sort key can hold. */
export type CursorPart = (text: string) => boolean

/**
 * The sort key in a cursor, each part a value that PostgreSQL takes.
 *
 * @param given the parts, or how they are told by the key itself
 * @throws DatabaseError `cursor_invalid`
 */
export function decodeCursor<const Parts extends readonly CursorPart[]>(
  cursor: string,
  given: Parts | ((key: readonly unknown[]) => Parts),
): { readonly [Part in keyof Parts]: string } {
  const key = parseJson(Buffer.from(cursor, 'base64url').toString('utf8'))
  if (!Array.isArray(key)) throw new DatabaseError('cursor_invalid')
  const parts = typeof given === 'function' ? given(key) : given
  if (
    key.length !== parts.length ||
    !parts.every((isPart, at) => typeof key[at] === 'string' && isPart(key[at]))
  ) {
    throw new DatabaseError('cursor_invalid')
  }
  return key as unknown as { readonly [Part in keyof Parts]: string }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const cursorParts = {
  text: (text) => !text.includes('\0'),
  uuid: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
  /** A place among a few, such as how well something was found. */
  rank: (text) => /^\d$/.test(text),
  /** Eighteen digits fit in a bigint, whatever they are. */
  integer: (text) => /^\d{1,18}$/.test(text),
  /** As it, above or below zero. */
  amount: (text) => /^-?\d{1,18}$/.test(text),
  /** As PostgreSQL writes it in UTC, to the microsecond, which a Date does not hold. */
  instant: (text) =>
    /^\d{4}-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+00$/.test(text) &&
    isDay(text.slice(0, 10)),
  date: isDay,
} as const satisfies Record<string, CursorPart>

/** Whether the calendar of PostgreSQL has such a day: it has no year 0. */
function isDay(text: string): boolean {
  return readPlainDate(text) !== null && !text.startsWith('0000')
}
