import type { ProductContent } from '@stella/invoicing'
import { sql, type Transaction } from 'kysely'
import pg from 'pg'
import { DatabaseError } from '../errors/database-error.ts'
import type { DB } from '../schema/schema.generated.ts'
import { productOf, productValues, type StoredProduct } from './product-row.ts'

/**
 * Adds a product whose content the domain has validated.
 *
 * @throws DatabaseError `product_code_taken`
 */
export async function saveProduct(tx: Transaction<DB>, content: ProductContent): Promise<StoredProduct> {
  const row = await tx
    .insertInto('products')
    .values(productValues(content))
    .returningAll()
    .executeTakeFirstOrThrow()
    .catch(sayTaken)
  return productOf(row)
}

/**
 * The same for several at once, each with an id of its own.
 *
 * @throws DatabaseError `product_code_taken`
 */
export async function saveProducts(
  tx: Transaction<DB>,
  products: readonly { readonly id: string; readonly content: ProductContent }[],
): Promise<void> {
  if (products.length === 0) return
  const values = products.map(({ content, id }) => ({ id, ...productValues(content) }))
  await tx.insertInto('products').values(values).execute().catch(sayTaken)
}

export interface ProductChange {
  readonly id: string
  /** The one that was read; when somebody saved since, this save is refused. */
  readonly revision: number
  readonly content: ProductContent
}

/**
 * Replaces the whole content of a product. Invoices keep the lines they were made with.
 *
 * @throws DatabaseError `not_found`, `revision_conflict`, `product_code_taken`
 */
export async function updateProduct(tx: Transaction<DB>, change: ProductChange): Promise<StoredProduct> {
  const row = await tx
    .updateTable('products')
    .set({
      ...productValues(change.content),
      revision: sql`revision + 1`,
      updated_at: sql`clock_timestamp()`,
    })
    .where('id', '=', change.id)
    .where('revision', '=', change.revision)
    .returningAll()
    .executeTakeFirst()
    .catch(sayTaken)
  if (row === undefined) throw await whyNotChanged(tx, change.id)
  return productOf(row)
}

/** The index says it, so that two who save at once do not both get the code. */
function sayTaken(error: unknown): never {
  const isTaken = error instanceof pg.DatabaseError && error.constraint === 'products_by_code'
  throw isTaken ? new DatabaseError('product_code_taken', {}, { cause: error }) : error
}

async function whyNotChanged(tx: Transaction<DB>, id: string): Promise<DatabaseError> {
  const row = await tx.selectFrom('products').select('id').where('id', '=', id).executeTakeFirst()
  return new DatabaseError(row === undefined ? 'not_found' : 'revision_conflict', { subject: 'product', id })
}
