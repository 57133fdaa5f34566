import { sql, type Transaction } from 'kysely'
import { customerColumns, customerOf, type StoredCustomer } from '../customers/customer-row.ts'
import { searchable } from '../lists/search.ts'
import { productOf, type StoredProduct } from '../products/product-row.ts'
import type { DB } from '../schema/schema.generated.ts'

/** Shorter words look like anything. */
const SHORTEST_WORD = 4

/** More words than this narrow nothing down any more. */
const MOST_WORDS = 5

/** What was meant, perhaps, the likest first. */
interface Alike {
  readonly customers: readonly StoredCustomer[]
  readonly products: readonly StoredProduct[]
}

/**
 * The customers and products that look like what was typed, a slip of the keyboard aside: «Bakkrij» is «Bakkerij». Of
 * figures nothing: another number is never what was meant.
 */
export async function findAlike(tx: Transaction<DB>, search: string, wanted: number): Promise<Alike> {
  const words = alikeWords(search)
  if (words.length === 0) return { customers: [], products: [] }
  const customers = await tx
    .selectFrom(sql<Found>`customers_alike(${words}::text[], ${wanted}::integer)`.as('alike'))
    .innerJoin('customers', 'customers.id', 'alike.alike_id')
    .select(customerColumns.map((column) => `customers.${column}` as const))
    .orderBy('alike.likeness', 'desc')
    .orderBy('customers.sort_name')
    .orderBy('customers.id')
    .execute()
  const products = await tx
    .selectFrom(sql<Found>`products_alike(${words}::text[], ${wanted}::integer)`.as('alike'))
    .innerJoin('products', 'products.id', 'alike.alike_id')
    .selectAll('products')
    .orderBy('alike.likeness', 'desc')
    .orderBy('products.sort_name')
    .orderBy('products.id')
    .execute()
  return { customers: customers.map(customerOf), products: products.map(productOf) }
}

type Found = { alike_id: string; likeness: number }

/** The words of a search that can be misspelled. */
function alikeWords(search: string): string[] {
  return searchable(search.replaceAll('\0', ' '))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= SHORTEST_WORD && /^\p{L}+$/u.test(word))
    .slice(0, MOST_WORDS)
}
