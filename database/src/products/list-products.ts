import { sql, type Transaction } from 'kysely'
import { cursorParts, decodeCursor, type Page, type PageRequest, pageOf, pageSize } from '../lists/page.ts'
import { searchPatterns } from '../lists/search.ts'
import type { DB } from '../schema/schema.generated.ts'
import { productOf, type StoredProduct } from './product-row.ts'

export async function findProduct(tx: Transaction<DB>, id: string): Promise<StoredProduct | undefined> {
  const row = await tx.selectFrom('products').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : productOf(row)
}

export interface ProductListRequest extends PageRequest {
  /** Words in any order; looks in code and description. */
  readonly search?: string | undefined
  /** Those that are offered no more, instead of those that are. */
  readonly archived?: boolean | undefined
}

/**
 * The products in order of description, accents and case aside.
 *
 * @throws DatabaseError `cursor_invalid`
 */
export async function listProducts(
  tx: Transaction<DB>,
  request: ProductListRequest = {},
): Promise<Page<StoredProduct>> {
  const size = pageSize(request)
  let query = tx
    .selectFrom('products')
    .selectAll()
    .where('is_archived', '=', request.archived ?? false)
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
  return pageOf(rows, size, (row) => [row.sort_name, row.id], productOf)
}
