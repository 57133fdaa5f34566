import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'

/** What can be wrong with a final invoice, or with the place of one in its series. */
export const invoiceFindings = ['changed', 'chain_broken', 'unsealed', 'missing'] as const
export type InvoiceFinding = (typeof invoiceFindings)[number]

export interface InvoiceVerification {
  readonly count: number
  /** Each with the number of the invoice; of a place that is missing, the number it had. */
  readonly findings: readonly { readonly number: string; readonly finding: InvoiceFinding }[]
}

/**
 * Holds every final invoice of the organization to its seal, and every seal to the one before it. «changed»: it says
 * something else than when it became final; «chain_broken»: the seal before it is another; «unsealed»: it was slipped
 * in; «missing»: it is gone, although nobody said that the series goes on beyond it.
 */
export async function verifyInvoices(tx: Transaction<DB>): Promise<InvoiceVerification> {
  const { rows: counted } = await sql<{ count: number }>`
    select count(*)::int as count from invoices where state = 'final'`.execute(tx)
  const { rows: findings } = await sql<{ number: string; finding: InvoiceFinding }>`
    with chained as (
      select seal.*, lag(hash) over each as before, lag(place) over each as place_before from invoice_seals as seal
      window each as (partition by series_id, year order by place)
    ), judged as (
      select invoice.number, invoice.series_id, invoice.series_year as year, invoice.series_place as place,
        case
          when chained.hash is null then 'unsealed'
          when chained.hash <> seal_of_invoice(invoice.organization_id, invoice.id, chained.previous) then 'changed'
          when chained.previous is distinct from chained.before then 'chain_broken'
        end as finding
      from invoices as invoice left join chained on chained.invoice_id = invoice.id
      where invoice.state = 'final'
    ), reached as (
      -- Every place that must have an invoice: the one before each, and the one a count came to.
      select series_id, year, place - 1 as place from judged
      union select series_id, year, last_place from series_counts
    ), missing as (
      select invoice_number_of(series.pattern, make_date(case reached.year when 0 then 2000 else reached.year end, 1, 1),
        reached.place) as number, reached.series_id, reached.year, reached.place, 'missing' as finding
      from reached join series on series.id = reached.series_id
      where reached.place > 0
        and not exists (select from judged where judged.series_id = reached.series_id
          and judged.year = reached.year and judged.place = reached.place)
        and not exists (select from series_starts as start where start.series_id = reached.series_id
          and start.year = reached.year and start.next_place = reached.place + 1)
    )
    select number, finding from (
      select number, series_id, year, place, finding from judged where finding is not null
      union all select number, series_id, year, place, finding from missing
    ) as found order by series_id, year, place`.execute(tx)
  return { count: counted[0]?.count ?? 0, findings }
}
