import { type RawBuilder, sql } from 'kysely'
import { type CursorPart, cursorParts } from '../lists/page.ts'
import type { SortDirection } from '../lists/sort.ts'
import { type BooksState, hasBooksState } from './books-state.ts'

/** By what a list of invoices can be sorted; the names also stand in the addresses of lists. */
export const invoiceSorts = ['date', 'number', 'customer', 'due', 'total', 'outstanding', 'status'] as const
export type InvoiceSort = (typeof invoiceSorts)[number]

/** What a row is sorted by: columns of which each has its index, or those of it that are read with the row. */
export interface SortedRow {
  readonly id: string
  readonly ordinal: bigint
  readonly invoice_date: string
  readonly due_date: string
  readonly number_order: string
  readonly total_gross: bigint
  readonly customer_id: string
  readonly sort_name: string
  readonly balance: bigint | null
}

interface SortKey {
  readonly column: RawBuilder<unknown>
  readonly type: 'bigint' | 'date' | 'text' | 'uuid'
  readonly part: CursorPart
  readonly of: (row: SortedRow) => string
}

/**
 * A stretch of a list that has one order, by columns that one index has. What cannot be sorted by an index as a whole
 * is several of them, one after the other.
 */
export interface Stretch {
  readonly where: RawBuilder<boolean> | null
  readonly keys: readonly SortKey[]
  readonly direction: SortDirection
}

const ordinal: SortKey = {
  column: sql`invoices.ordinal`,
  type: 'bigint',
  part: cursorParts.integer,
  of: (row) => String(row.ordinal),
}
const date: SortKey = {
  column: sql`invoices.invoice_date`,
  type: 'date',
  part: cursorParts.date,
  of: (row) => row.invoice_date,
}

/** The columns of each order, the last of which no two invoices share. */
const keys: Readonly<Record<Exclude<InvoiceSort, 'status'>, readonly SortKey[]>> = {
  date: [date, ordinal],
  number: [
    {
      column: sql`invoices.number_order`,
      type: 'text',
      part: cursorParts.text,
      of: (row) => row.number_order,
    },
    ordinal,
  ],
  customer: [
    { column: sql`customers.sort_name`, type: 'text', part: cursorParts.text, of: (row) => row.sort_name },
    { column: sql`customers.id`, type: 'uuid', part: cursorParts.uuid, of: (row) => row.customer_id },
    date,
    ordinal,
  ],
  due: [
    { column: sql`invoices.due_date`, type: 'date', part: cursorParts.date, of: (row) => row.due_date },
    ordinal,
  ],
  total: [
    {
      column: sql`invoices.total_gross`,
      type: 'bigint',
      part: cursorParts.amount,
      of: (row) => String(row.total_gross),
    },
    ordinal,
  ],
  outstanding: [
    {
      column: sql`invoice_balances.outstanding`,
      type: 'bigint',
      part: cursorParts.amount,
      of: (row) => String(row.balance ?? 0n),
    },
    { column: sql`invoice_balances.invoice_id`, type: 'uuid', part: cursorParts.uuid, of: (row) => row.id },
  ],
}

/** What needs somebody first. */
const states: readonly BooksState[] = [
  'failed',
  'none',
  'waiting',
  'not_connected',
  'booked',
  'verified',
  'nothing_to_book',
  'history',
]

/** The stretches of a list that is sorted so; within one state, and where nothing is open, the newest stands first. */
export function stretchesOf(sort: InvoiceSort, direction: SortDirection): Stretch[] {
  const newest = { keys: keys.date, direction: 'descending' } as const
  if (sort === 'status') {
    const all = states.map((state) => ({ ...newest, where: hasBooksState(state) }))
    return direction === 'ascending' ? all : all.reverse()
  }
  if (sort !== 'outstanding') return [{ keys: keys[sort], direction, where: null }]
  return [
    { keys: keys.outstanding, direction, where: sql`invoice_balances.outstanding <> 0` },
    { ...newest, where: sql`coalesce(invoice_balances.outstanding, 0) = 0` },
  ]
}

/** What comes after a place in a stretch. */
export function afterPlace({ direction, keys }: Stretch, place: readonly string[]): RawBuilder<boolean> {
  const sign = sql.raw(direction === 'ascending' ? '>' : '<')
  const columns = sql.join(keys.map(({ column }) => column))
  const values = sql.join(keys.map(({ type }, at) => sql`${place[at] ?? ''}::${sql.raw(type)}`))
  const [first] = keys
  // Of columns of two tables no index has all; it is enough to begin at the first.
  const begins = sql`${first?.column ?? columns} ${sql.raw(`${direction === 'ascending' ? '>' : '<'}=`)} ${place[0] ?? ''}::${sql.raw(first?.type ?? 'text')}`
  return sql`(${begins} and (${columns}) ${sign} (${values}))`
}
