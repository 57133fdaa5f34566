import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** What was never sent: it only waits for a draft to be left alone. */
const isUnsettled = sql<boolean>`(relations.state = 'planned' and relations.cause is not distinct from 'draft_unsettled')`

/**
 * Gives the relation of a customer that went up in another to the one that stays, in all books in which that has none:
 * what is in the books stays as it is there, and one customer has one relation. Bookings keep the relation they have.
 */
export async function takeRelations(
  tx: Transaction<DB>,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const inSameBooks = (customerId: string) => sql<boolean>`exists (select from relations as other
    where other.organization_id = relations.organization_id and other.books_id = relations.books_id
      and other.customer_id = ${customerId}
      and not (other.state = 'planned' and other.cause is not distinct from 'draft_unsettled'))`
  await tx
    .deleteFrom('relations')
    .where('customer_id', '=', to)
    .where(isUnsettled)
    .where(inSameBooks(from))
    .execute()
  await tx
    .updateTable('relations')
    .set({ customer_id: to })
    .where('customer_id', '=', from)
    .where(sql<boolean>`not ${isUnsettled}`)
    .where(sql<boolean>`not ${inSameBooks(to)}`)
    .execute()
}

/**
 * Whose relation counts for a customer in these books: its own, or of one that went up in another and has none of its own
 * that of the other.
 */
export async function holderOfRelation(
  tx: Transaction<DB>,
  { booksId, customerId }: { readonly booksId: string; readonly customerId: string },
): Promise<string> {
  const row = await tx
    .selectFrom('customers')
    .select('merged_into')
    .select(
      sql<boolean>`exists (select from relations where relations.organization_id = customers.organization_id
        and relations.customer_id = customers.id and relations.books_id = ${booksId})`.as('has_own'),
    )
    .where('id', '=', customerId)
    .executeTakeFirst()
  return row?.merged_into && !row.has_own ? row.merged_into : customerId
}
