import {
  type Cents,
  cents,
  type PlainDate,
  readVatRate,
  type VatRate,
  type VatTreatment,
} from '@stella/invoicing'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import { outstandingSql } from '../payments/payment-state-sql.ts'
import type { DB } from '../schema/schema.generated.ts'

/** What was invoiced in a month, without VAT: `month` as «2026-11». */
interface MonthFigure {
  readonly month: string
  readonly net: Cents
}

/** What the final invoices of each month of a span come to; months without any are left out. */
export async function monthFigures(
  tx: Transaction<DB>,
  { from, until }: { readonly from: PlainDate; readonly until: PlainDate },
): Promise<MonthFigure[]> {
  const rows = await tx
    .selectFrom('invoices')
    .where('state', '=', 'final')
    .where('invoice_date', '>=', from)
    .where('invoice_date', '<=', until)
    .select([
      sql<string>`to_char(invoice_date, 'YYYY-MM')`.as('month'),
      sql<bigint>`sum(total_net)::bigint`.as('net'),
    ])
    .groupBy('month')
    .orderBy('month')
    .execute()
  return rows.map(({ month, net }) => ({ month, net: cents(net) }))
}

/** How long ago something was to be paid; the names also stand in the addresses of lists. */
export const ages = ['not_due', 'days_1_30', 'days_31_60', 'days_over_60'] as const
export type Age = (typeof ages)[number]

/** The age of an invoice in the table `invoices`. */
function ageSql(today: PlainDate): RawBuilder<Age> {
  const daysLate = sql`(${today}::date - (invoices.invoice_date + invoices.payment_term_days))`
  return sql`(case when ${daysLate} <= 0 then 'not_due' when ${daysLate} <= 30 then 'days_1_30'
    when ${daysLate} <= 60 then 'days_31_60' else 'days_over_60' end)`
}

/** Whether an invoice in the table `invoices` is open and of this age; what is cheap to see is looked at first. */
export function isOpenOfAge(age: Age, today: PlainDate): RawBuilder<boolean> {
  return sql`(case when invoices.state = 'final' and invoices.credits_id is null and invoices.total_gross > 0
    and ${ageSql(today)} = ${age} then ${outstandingSql} > 0 else false end)`
}

interface AgeFigure {
  readonly age: Age
  readonly count: number
  readonly outstanding: Cents
}

/** What customers still have to pay, by how long ago they had to: of invoices with their credit notes. */
export async function ageFigures(tx: Transaction<DB>, today: PlainDate): Promise<AgeFigure[]> {
  const { rows } = await sql<{ age: Age; count: number; amount: bigint }>`
    with open as (
      select coalesce(invoices.credits_id, invoices.id) as whole_id,
        sum(coalesce(payments.outstanding, invoices.total_gross)) as amount
      from invoices
      left join payments on payments.organization_id = invoices.organization_id and payments.invoice_id = invoices.id
      where invoices.state = 'final' and coalesce(payments.outstanding, invoices.total_gross) <> 0
      group by 1
    )
    select ${ageSql(today)} as age, count(*)::int as count, sum(open.amount)::bigint as amount
    from open join invoices on invoices.id = open.whole_id
    where open.amount > 0 and invoices.total_gross > 0
    group by 1`.execute(tx)
  return ages.map((age) => {
    const row = rows.find((found) => found.age === age)
    return { age, count: row?.count ?? 0, outstanding: cents(row?.amount ?? 0n) }
  })
}

interface VatFigure {
  readonly treatment: VatTreatment
  readonly rate: VatRate
  readonly net: Cents
  readonly vat: Cents
}

/** What the final invoices of a span come to by VAT, the most VAT first; of those that Stella made. */
export async function vatFigures(
  tx: Transaction<DB>,
  { from, until }: { readonly from: PlainDate; readonly until: PlainDate },
): Promise<VatFigure[]> {
  const { rows } = await sql<{ treatment: VatTreatment; rate: string; net: bigint; vat: bigint }>`
    select part.treatment, part.rate, (sum(part.net) * 100)::bigint as net, (sum(part.vat) * 100)::bigint as vat
    from invoices, jsonb_to_recordset(invoices.vat_groups) as part (treatment text, rate text, net numeric, vat numeric)
    where invoices.state = 'final' and invoices.invoice_date between ${from}::date and ${until}::date
    group by 1, 2
    having sum(part.net) <> 0 or sum(part.vat) <> 0
    order by 4 desc, 3 desc, 1, 2`.execute(tx)
  return rows.map(({ net, rate, treatment, vat }) => {
    const read = readVatRate(rate)
    if (read === null) throw new RangeError(`Not a VAT rate: ${JSON.stringify(rate)}.`)
    return { treatment, rate: read, net: cents(net), vat: cents(vat) }
  })
}
