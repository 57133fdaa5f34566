import { type RawBuilder, sql } from 'kysely'
import { failedRecipientStates, type MailState, openRecipientStates } from './recipient-states.ts'

const failed = sql.join(failedRecipientStates.map((state) => sql.lit(state)))
const open = sql.join(openRecipientStates.map((state) => sql.lit(state)))

/** Of a recipient `r`: somebody has to look at it. */
export const isToLookAt: RawBuilder<boolean> = sql`(r.state in (${failed}) and r.settled_at is null)`

/** Of an invoice in the table `invoices`: how its mails stand. Null of a draft and of history. */
export const mailStateSql: RawBuilder<MailState | null> = sql`(case when invoices.state = 'final' and invoices.origin is null then coalesce((
  select case
    when bool_or(${isToLookAt}) then 'failed'
    when bool_or(r.state in (${open})) then 'waiting'
    when bool_or(r.state = 'sent' and r.kind = 'to') then 'sent'
    when bool_or(r.state = 'kept') then 'kept'
    else 'not_sent'
  end
  from message_recipients as r
  where r.organization_id = invoices.organization_id and r.invoice_id = invoices.id
), 'not_sent') end)`

/** When a mail server last took one for the customer; null when none did. */
export const mailedAtSql: RawBuilder<Date | null> = sql`(
  select max(r.changed_at) from message_recipients as r
  where r.organization_id = invoices.organization_id and r.invoice_id = invoices.id
    and r.state = 'sent' and r.kind = 'to')`
