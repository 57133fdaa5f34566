import { type Cents, cents, countryCodes, domesticTreatments, isConsumerElsewhere } from '@stella/invoicing'
import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** The member states in which a consumer is one elsewhere. */
const elsewhere = countryCodes.filter((country) =>
  isConsumerElsewhere({ kind: 'person', country, vatNumber: null }),
)

/**
 * What final invoices of a year to consumers elsewhere in the EU come to without VAT, as far as they were charged with
 * Dutch VAT; credit notes are taken off. Whether it was for goods, for digital services or for something else, an invoice
 * does not say.
 */
export async function sumDistanceSales(tx: Transaction<DB>, year: number): Promise<Cents> {
  const { net } = await tx
    .selectFrom('invoices')
    .where('state', '=', 'final')
    .where('invoice_date', '>=', `${year}-01-01`)
    .where('invoice_date', '<=', `${year}-12-31`)
    .where(sql<boolean>`customer_snapshot ->> 'country' = any(${elsewhere})`)
    .where(
      sql<boolean>`(customer_snapshot ->> 'kind' = 'person' or customer_snapshot ->> 'vatNumber' is null)`,
    )
    .select(
      sql<bigint>`coalesce(sum((
        select coalesce(sum((vat_group ->> 'net')::numeric), 0) from jsonb_array_elements(vat_groups) as vat_group
        where vat_group ->> 'treatment' = any(${domesticTreatments})
      ) * 100), 0)::bigint`.as('net'),
    )
    .executeTakeFirstOrThrow()
  return cents(net)
}
