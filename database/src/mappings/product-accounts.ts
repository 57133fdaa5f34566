import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** The revenue accounts of those products that have one of their own in the linked books, by their ids. */
export async function findProductAccounts(
  tx: Transaction<DB>,
  productIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (productIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('products')
    .select(['id', 'revenue_account'])
    .where('id', 'in', productIds)
    .where('revenue_account', 'is not', null)
    .execute()
  return new Map(rows.map(({ id, revenue_account }) => [id, revenue_account ?? '']))
}

export interface ProductWithAccount {
  readonly id: string
  readonly code: string | null
  readonly description: string
  readonly revenueAccount: string
}

/** Those that are offered and have an account of their own, in order of description, so many at most. */
export async function listProductsWithAccount(
  tx: Transaction<DB>,
  limit: number,
): Promise<ProductWithAccount[]> {
  const rows = await tx
    .selectFrom('products')
    .select(['id', 'code', 'description', 'revenue_account'])
    .where('revenue_account', 'is not', null)
    .where('is_archived', '=', false)
    .orderBy('sort_name')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ revenue_account, ...row }) => ({ ...row, revenueAccount: revenue_account ?? '' }))
}

/** The accounts of products stay with the books they were chosen in, and those chosen in others come back with them. */
export async function moveProductAccounts(
  tx: Transaction<DB>,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await tx.deleteFrom('product_accounts').where('books_id', '=', from).execute()
  await sql`
    insert into product_accounts (organization_id, books_id, product_id, revenue_account)
    select organization_id, ${from}, id, revenue_account from products where revenue_account is not null`.execute(
    tx,
  )
  await sql`
    update products set revenue_account = there.revenue_account, revision = products.revision + 1
    from products own left join product_accounts there on there.product_id = own.id and there.books_id = ${to}
    where products.id = own.id and products.revenue_account is distinct from there.revenue_account`.execute(
    tx,
  )
}
