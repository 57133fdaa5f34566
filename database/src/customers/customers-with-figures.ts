import { type Cents, cents, ZERO } from '@stella/invoicing'
import { sql, type Transaction } from 'kysely'
import { type CursorPart, cursorParts, decodeCursor, type Page, pageOf, pageSize } from '../lists/page.ts'
import type { SortDirection } from '../lists/sort.ts'
import type { DB } from '../schema/schema.generated.ts'
import { customerColumns, customerOf, type StoredCustomer } from './customer-row.ts'
import { type CustomerListRequest, found, listCustomers } from './list-customers.ts'

/** By what the list of customers can be sorted; the names also stand in its addresses. */
export const customerSorts = ['name', 'invoiced', 'outstanding'] as const
type CustomerSort = (typeof customerSorts)[number]

/** A customer with what it comes to, and how it stands in the books that are linked. */
export type CustomerInList = StoredCustomer & {
  /** With VAT, after credit notes, with what went up in it. */
  readonly invoiced: Cents
  readonly outstanding: Cents
  readonly relation: { readonly state: string; readonly code: string } | null
}

export type SortedCustomers = CustomerListRequest & {
  /** Default `name`, ascending; then what is searched for has those first whose name begins like that. */
  readonly sort?: CustomerSort | undefined
  readonly direction?: SortDirection | undefined
}

/** As many of those that are searched for are put in another order than that of how well they were found. */
const MOST_FOUND = 1_000

/**
 * The customers with their figures, in order of name or as they are to be sorted.
 *
 * @throws DatabaseError `cursor_invalid`
 */
export async function listCustomersWithFigures(
  tx: Transaction<DB>,
  request: SortedCustomers,
): Promise<Page<CustomerInList>> {
  const { direction = 'ascending', sort = 'name' } = request
  const isByName = sort === 'name' && direction === 'ascending'
  const page = isByName ? await listCustomers(tx, request) : await sorted(tx, request, sort, direction)
  return { ...page, items: await withFigures(tx, page.items) }
}

const columns = {
  name: { column: sql.ref<string>('customers.sort_name'), type: 'text', part: cursorParts.text },
  invoiced: {
    column: sql.ref<string>('customer_balances.invoiced'),
    type: 'bigint',
    part: cursorParts.amount,
  },
  outstanding: {
    column: sql.ref<string>('customer_balances.outstanding'),
    type: 'bigint',
    part: cursorParts.amount,
  },
} as const

async function sorted(
  tx: Transaction<DB>,
  request: SortedCustomers,
  sort: CustomerSort,
  direction: SortDirection,
): Promise<Page<StoredCustomer>> {
  const { archived = false, cursor, search = '' } = request
  const size = pageSize(request)
  const order = `${sort} ${direction}`
  const { column, part, type } = columns[sort]
  const id = sql.ref(sort === 'name' ? 'customers.id' : 'customer_balances.customer_id')
  const way = direction === 'ascending' ? 'asc' : 'desc'
  let query = tx
    .selectFrom('customers')
    .innerJoin('customer_balances', (join) =>
      join
        .onRef('customer_balances.organization_id', '=', 'customers.organization_id')
        .onRef('customer_balances.customer_id', '=', 'customers.id'),
    )
    .select(customerColumns.map((name) => `customers.${name}` as const))
    .select(sql<string>`${column}::text`.as('place'))
    .where('customers.archived_at', archived ? 'is not' : 'is', null)
    .where('customers.merged_into', 'is', null)
  if (search.trim() !== '') {
    const ids = (await found(tx, { archived, search }, null, MOST_FOUND)).map((row) => row.id)
    query = query.where(sql<boolean>`customers.id = any(${ids}::uuid[])`)
  }
  if (cursor !== undefined) {
    const isOrder: CursorPart = (text) => text === order
    const [, place, last] = decodeCursor(cursor, [isOrder, part, cursorParts.uuid])
    query = query.where(
      sql<boolean>`(${column}, ${id}) ${sql.raw(way === 'asc' ? '>' : '<')} (${place}::${sql.raw(type)}, ${last}::uuid)`,
    )
  }
  const rows = await query
    .orderBy(column, way)
    .orderBy(id, way)
    .limit(size + 1)
    .execute()
  return pageOf(rows, size, (row) => [order, row.place, row.id], customerOf)
}

async function withFigures(
  tx: Transaction<DB>,
  customers: readonly StoredCustomer[],
): Promise<CustomerInList[]> {
  const ids = customers.map(({ id }) => id)
  const balances = await tx
    .selectFrom('customer_balances')
    .select(['customer_id', 'invoiced', 'outstanding'])
    .where(sql<boolean>`customer_id = any(${ids}::uuid[])`)
    .execute()
  const relations = await tx
    .selectFrom('relations')
    .innerJoin('connections', 'connections.books_id', 'relations.books_id')
    .select(['relations.customer_id', 'relations.code', 'relations.state'])
    .where(sql<boolean>`relations.customer_id = any(${ids}::uuid[])`)
    .execute()
  const balanceOf = new Map(balances.map((row) => [row.customer_id, row]))
  const relationOf = new Map(relations.map(({ code, customer_id, state }) => [customer_id, { code, state }]))
  return customers.map((customer) => {
    const balance = balanceOf.get(customer.id)
    return {
      ...customer,
      invoiced: balance === undefined ? ZERO : cents(balance.invoiced),
      outstanding: balance === undefined ? ZERO : cents(balance.outstanding),
      relation: relationOf.get(customer.id) ?? null,
    }
  })
}
