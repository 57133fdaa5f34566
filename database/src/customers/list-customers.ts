import { sql, type Transaction } from 'kysely'
import { cursorParts, decodeCursor, type Page, type PageRequest, pageOf, pageSize } from '../lists/page.ts'
import { searchPatterns } from '../lists/search.ts'
import type { DB } from '../schema/schema.generated.ts'
import { customerColumns, customerOf, type StoredCustomer } from './customer-row.ts'

export async function findCustomer(tx: Transaction<DB>, id: string): Promise<StoredCustomer | undefined> {
  const row = await tx.selectFrom('customers').select(customerColumns).where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : customerOf(row)
}

export interface CustomerListRequest extends PageRequest {
  /** Words in any order; looks in name, contact, city, e-mail address and KvK number. */
  readonly search?: string | undefined
}

/**
 * The customers in order of name, accents and case aside.
 *
 * @throws DatabaseError `cursor_invalid`
 */
export async function listCustomers(
  tx: Transaction<DB>,
  request: CustomerListRequest = {},
): Promise<Page<StoredCustomer>> {
  const size = pageSize(request)
  let query = tx.selectFrom('customers').select([...customerColumns, 'sort_name'])
  for (const pattern of searchPatterns(request.search)) query = query.where('search_text', 'like', pattern)
  if (request.cursor !== undefined) {
    const [name, id] = decodeCursor(request.cursor, [cursorParts.text, cursorParts.uuid])
    query = query.where(sql<boolean>`(sort_name, id) > (${name}, ${id}::uuid)`)
  }
  const rows = await query
    .orderBy('sort_name')
    .orderBy('id')
    .limit(size + 1)
    .execute()
  return pageOf(rows, size, (row) => [row.sort_name, row.id], customerOf)
}
