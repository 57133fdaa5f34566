import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import type { ImportKind } from './import-states.ts'

/**
 * Takes away what an import added, as far as nobody changed it since and nothing was built on it: no invoice, no
 * relation, no other customer that went up in it.
 *
 * @param added each with the revision it was added with
 * @returns the ids of those that are gone
 */
export async function takeBack(
  tx: Transaction<DB>,
  kind: ImportKind,
  added: readonly { id: string; revision: number }[],
): Promise<ReadonlySet<string>> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(added)}::jsonb) as given (id uuid, revision integer)`
  const { rows } =
    kind === 'customers'
      ? await sql<{ id: string }>`
          delete from customers using ${given}
          where customers.id = given.id and customers.revision = given.revision
            and not exists (select from invoices where invoices.customer_id = given.id)
            and not exists (select from relations where relations.customer_id = given.id)
            and not exists (select from customers others where others.merged_into = given.id)
          returning customers.id`.execute(tx)
      : await sql<{ id: string }>`
          delete from products using ${given}
          where products.id = given.id and products.revision = given.revision
            and not exists (select from invoice_lines where invoice_lines.product_id = given.id)
          returning products.id`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}
