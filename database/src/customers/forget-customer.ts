import { type CustomerContent, type Forgetting, forgettingOf } from '@stella/invoicing'
import { sql, type Transaction } from 'kysely'
import { DatabaseError } from '../errors/database-error.ts'
import type { DB } from '../schema/schema.generated.ts'
import { customersUnder } from './customer-figures.ts'
import { customerColumns, customerContentOf, customerValues } from './customer-row.ts'

export type KnownOfCustomer = {
  readonly finalInvoices: number
  /** Those of drafts, which go. */
  readonly drafts: readonly string[]
  /** Whether the books know it, or may by now. */
  readonly hasRelation: boolean
  readonly lastYear: number | null
  readonly lastYearOfDistanceSales: number | null
}

/**
 * What there is of a customer and of those that went up in it. Nothing comes to it while the transaction lasts.
 *
 * @throws DatabaseError `not_found`, `customer_merged` for one that went up in another
 */
export async function knownOfCustomer(tx: Transaction<DB>, id: string): Promise<KnownOfCustomer> {
  const customer = await tx
    .selectFrom('customers')
    .select('merged_into')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (customer === undefined) throw new DatabaseError('not_found', { subject: 'customer', id })
  if (customer.merged_into !== null) throw new DatabaseError('customer_merged', { id })
  const { rows } = await sql<KnownOfCustomer>`
    with own as (select id, state, invoice_date from invoices where customer_id in ${customersUnder(id)})
    select (select count(*)::integer from own where state = 'final') as "finalInvoices",
      (select coalesce(array_agg(id), '{}') from own where state = 'draft') as drafts,
      exists (select from relations where customer_id in ${customersUnder(id)}
        and (state <> 'planned' or attempts > 0)) as "hasRelation",
      (select extract(year from max(invoice_date))::integer from own where state = 'final') as "lastYear",
      (select extract(year from max(own.invoice_date))::integer
        from own join invoice_lines l on l.invoice_id = own.id
        where own.state = 'final' and l.vat_treatment = 'distance_sale') as "lastYearOfDistanceSales"
  `.execute(tx)
  const [known] = rows
  if (known === undefined) throw new Error('a query of counts without a row')
  return known
}

/**
 * Takes away of a customer, and of those that went up in it, all that the law does not want kept. Its drafts are gone
 * already.
 *
 * @returns what became of it
 */
export async function forgetCustomer(
  tx: Transaction<DB>,
  id: string,
  { known, at }: { known: KnownOfCustomer; at: Date },
): Promise<Forgetting> {
  const forgetting = forgettingOf(known)
  await tx
    .updateTable('share_links')
    .set({ revoked_at: at })
    .where('revoked_at', 'is', null)
    .where(
      'invoice_id',
      'in',
      sql<string>`(select id from invoices where customer_id in ${customersUnder(id)})`,
    )
    .execute()
  await tx.deleteFrom('import_rows').where('target_id', 'in', customersUnder(id)).execute()
  await tx
    .deleteFrom('relations')
    .where('customer_id', 'in', customersUnder(id))
    .where('state', '=', 'planned')
    .where('attempts', '=', 0)
    .where('customer_id', 'not in', sql<string>`(select customer_id from invoices)`)
    .execute()
  if (forgetting === 'gone') await remove(tx, id)
  else await empty(tx, id, { forgetting, at })
  return forgetting
}

async function remove(tx: Transaction<DB>, id: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`${customersUnder(id)}`.execute(tx)
  await tx.deleteFrom('customers').where('merged_into', '=', id).execute()
  await tx.deleteFrom('customers').where('id', '=', id).execute()
  for (const one of rows) await sql`select forget_entries_of_customer(${one.id})`.execute(tx)
}

type Emptying = { forgetting: Exclude<Forgetting, 'gone'>; at: Date }

async function empty(tx: Transaction<DB>, id: string, { at, forgetting }: Emptying): Promise<void> {
  const rows = await tx
    .selectFrom('customers')
    .select(customerColumns)
    .where('id', 'in', customersUnder(id))
    .execute()
  for (const row of rows) {
    const content = customerContentOf(row)
    await tx
      .updateTable('customers')
      .set({
        ...customerValues(forgetting === 'kept' ? asOnInvoices(content) : nameless(content)),
        archived_at: row.archived_at ?? at,
        revision: row.revision + 1,
        updated_at: sql`clock_timestamp()`,
      })
      .where('id', '=', row.id)
      .execute()
  }
}

/** What stands on invoices stays; how to reach somebody goes. */
function asOnInvoices(content: Required<CustomerContent>): CustomerContent {
  return { ...content, contactName: null, email: null, phone: null, postalAddress: null, contacts: [] }
}

/** Instead of a name; the list of customers shows it in either language. */
const noName = '—'

function nameless(content: Required<CustomerContent>): CustomerContent {
  return {
    ...asOnInvoices(content),
    name: noName,
    address: null,
    postalCode: null,
    city: null,
    kvkNumber: null,
    vatNumber: null,
    oin: null,
    peppolId: null,
  }
}
