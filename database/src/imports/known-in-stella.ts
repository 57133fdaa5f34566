import { sql, type Transaction } from 'kysely'
import { customerColumns, customerOf, type StoredCustomer } from '../customers/customer-row.ts'
import { searchable } from '../lists/search.ts'
import { productOf, type StoredProduct } from '../products/product-row.ts'
import type { DB } from '../schema/schema.generated.ts'

/** The customers that have one of these names, or one of these numbers; those that went up in another are none. */
export async function findKnownCustomers(
  tx: Transaction<DB>,
  asked: { names: readonly string[]; numbers: readonly string[] },
): Promise<StoredCustomer[]> {
  const names = asked.names.map((name) => searchable(name))
  const rows = await tx
    .selectFrom('customers')
    .select(customerColumns)
    .where(
      sql<boolean>`(sort_name = any(${names}::text[]) or kvk_number = any(${asked.numbers}::text[])
        or vat_number = any(${asked.numbers}::text[]))`,
    )
    .where('merged_into', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(customerOf)
}

/** The products that have one of these codes or descriptions. */
export async function findKnownProducts(
  tx: Transaction<DB>,
  asked: { codes: readonly string[]; descriptions: readonly string[] },
): Promise<StoredProduct[]> {
  const codes = asked.codes.map((code) => code.toLowerCase())
  const descriptions = asked.descriptions.map((description) => searchable(description))
  const rows = await tx
    .selectFrom('products')
    .selectAll()
    .where(
      sql<boolean>`(lower(code) = any(${codes}::text[])
        or (sort_name = any(${descriptions}::text[]) and is_archived in (true, false)))`,
    )
    .orderBy('id')
    .execute()
  return rows.map(productOf)
}
