import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** A customer that is no relation in these books yet, with what tells it from others. */
export type CustomerToMatchRow = {
  readonly customerId: string
  readonly name: string
  readonly address: string
  readonly postalCode: string
  readonly email: string
  readonly kvkNumber: string
  readonly vatNumber: string
}

/** States in which a relation certainly stands nowhere. */
const standsNowhere = sql`('planned', 'rejected')`

/**
 * Of these customers, or of those that they went up in, the ones that are no relation in these books. `forCustomer` has
 * which of them counts for each.
 */
export async function customersToMatch(
  tx: Transaction<DB>,
  { booksId, customerIds }: { booksId: string; customerIds: readonly string[] },
): Promise<(CustomerToMatchRow & { readonly forCustomers: readonly string[] })[]> {
  const { rows } = await sql<CustomerToMatchRow & { forCustomers: string[] }>`
    with holders as (
      select c.id as customer_id, case when c.merged_into is not null and not exists (
        select from relations r where r.organization_id = c.organization_id and r.customer_id = c.id
          and r.books_id = ${booksId}::uuid) then c.merged_into else c.id end as id
      from customers c where c.id = any(${[...customerIds]}::uuid[])
    )
    select k.id as "customerId", k.name, coalesce(k.address, '') as address, coalesce(k.postal_code, '') as "postalCode",
      coalesce(k.email, '') as email, coalesce(k.kvk_number, '') as "kvkNumber", coalesce(k.vat_number, '') as "vatNumber",
      array_agg(holders.customer_id::text) as "forCustomers"
    from holders join customers k on k.id = holders.id
    where not exists (select from relations r where r.organization_id = k.organization_id and r.customer_id = k.id
      and r.books_id = ${booksId}::uuid and r.state not in ${standsNowhere})
    group by k.organization_id, k.id
    order by k.name, k.id`.execute(tx)
  return rows
}

/** The relations of these books that customers are already. */
export async function relationsTaken(
  tx: Transaction<DB>,
  booksId: string,
): Promise<{ readonly ids: Set<number>; readonly codes: Set<string> }> {
  const rows = await tx
    .selectFrom('relations')
    .select(['code', 'id_in_books'])
    .where('books_id', '=', booksId)
    .where(sql<boolean>`state not in ${standsNowhere}`)
    .execute()
  return {
    ids: new Set(rows.flatMap(({ id_in_books: id }) => (id === null ? [] : [Number(id)]))),
    codes: new Set(rows.map(({ code }) => code)),
  }
}
