import type { PaymentState, PlainDate } from '@stella/invoicing'
import { type RawBuilder, sql } from 'kysely'

/** What is open of a document by itself, as far as is known: all of it, until something else is read or said. */
const own = sql`coalesce(
  (select p.outstanding from payments as p
    where p.organization_id = invoices.organization_id and p.invoice_id = invoices.id),
  invoices.total_gross)`

/** The final credit notes of an invoice: what they came to, and what is open of them. */
const creditNotes = (column: RawBuilder<unknown>) => sql`coalesce((
  select sum(${column}) from invoices as note
    left join payments as of_note on of_note.organization_id = note.organization_id and of_note.invoice_id = note.id
    where note.organization_id = invoices.organization_id and note.credits_id = invoices.id and note.state = 'final'
), 0)`

/** What is open of an invoice and its credit notes together, in cents. */
export const outstandingSql: RawBuilder<bigint> = sql`(${own} + ${creditNotes(sql`coalesce(of_note.outstanding, note.total_gross)`)})::bigint`

/** What an invoice comes to after its credit notes. */
const toPay = sql`(invoices.total_gross + ${creditNotes(sql`note.total_gross`)})`
const sign = sql`(case when invoices.total_gross < 0 then -1 else 1 end)`
const isWrittenOff = sql`exists (select from payments as p where p.organization_id = invoices.organization_id
  and p.invoice_id = invoices.id and p.settled_as = 'written_off')`
const dueDate = sql`(invoices.invoice_date + invoices.payment_term_days)`

/** As paymentStateOf() of the domain; null of a draft, and of a credit note, which is part of its invoice. */
export function paymentStateSql(today: PlainDate): RawBuilder<PaymentState | null> {
  return sql`(case
    when invoices.state <> 'final' or invoices.credits_id is not null then null
    when ${outstandingSql} = 0 then case
      when ${toPay} = 0 and invoices.total_gross <> 0 then 'credited'
      when ${isWrittenOff} then 'written_off'
      else 'paid' end
    when ${sign} * ${outstandingSql} < 0 then 'overpaid'
    when ${dueDate} < ${today}::date then 'overdue'
    when ${sign} * ${outstandingSql} < ${sign} * ${toPay} then 'part_paid'
    else 'open'
  end)`
}

/** Whether an invoice stands so. What is cheap to see is looked at before anything is added up. */
export function hasPaymentState(state: PaymentState, today: PlainDate): RawBuilder<boolean> {
  const isLate = state === 'overdue' ? sql`${dueDate} < ${today}::date and` : sql``
  return sql`(case when invoices.state = 'final' and invoices.credits_id is null
    then ${isLate} ${paymentStateSql(today)} = ${state} else false end)`
}
