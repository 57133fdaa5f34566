import { sql, type Transaction } from 'kysely'
import { cursorParts, decodeCursor, type Page, type PageRequest, pageOf, pageSize } from '../lists/page.ts'
import type { DB } from '../schema/schema.generated.ts'
import { type StoredMessage, withRecipients } from './find-message.ts'
import { isToLookAt } from './mail-state.ts'
import type { MessageCause } from './recipient-states.ts'

export interface MessageListRequest extends PageRequest {
  readonly invoiceId?: string | undefined
  /** Only those that somebody has to look at. */
  readonly failing?: boolean | undefined
}

export interface ListedMessage extends StoredMessage {
  readonly number: string
  /** The name the invoice was made with. */
  readonly customer: string
}

/**
 * The mails of the transaction's organization, the newest first.
 *
 * @throws DatabaseError `cursor_invalid`
 */
export async function listMessages(
  tx: Transaction<DB>,
  request: MessageListRequest = {},
): Promise<Page<ListedMessage>> {
  const size = pageSize(request)
  let query = tx
    .selectFrom('messages')
    .innerJoin('invoices', (join) =>
      join
        .onRef('invoices.organization_id', '=', 'messages.organization_id')
        .onRef('invoices.id', '=', 'messages.invoice_id'),
    )
    .selectAll('messages')
    .select(['invoices.number', sql<string>`invoices.customer_snapshot ->> 'name'`.as('customer')])
  if (request.invoiceId !== undefined) query = query.where('messages.invoice_id', '=', request.invoiceId)
  if (request.failing === true)
    query = query.where(sql<boolean>`exists (select from message_recipients as r
      where r.organization_id = messages.organization_id and r.message_id = messages.id and ${isToLookAt})`)
  if (request.cursor !== undefined) {
    const [ordinal] = decodeCursor(request.cursor, [cursorParts.integer])
    query = query.where(sql<boolean>`messages.ordinal < ${ordinal}::bigint`)
  }
  const rows = await query
    .orderBy('messages.ordinal', 'desc')
    .limit(size + 1)
    .execute()
  const messages = await withRecipients(tx, rows)
  const listed = rows.map((row, at) => ({ row, message: messages[at] as StoredMessage }))
  return pageOf(
    listed,
    size,
    ({ row }) => [String(row.ordinal)],
    ({ row, message }) => ({
      ...message,
      number: row.number ?? '',
      customer: row.customer,
    }),
  )
}

export interface FailedMessages {
  readonly invoiceId: string
  readonly number: string
  readonly customer: string
  /** Of the first address that did not get it. */
  readonly address: string
  readonly cause: MessageCause | null
}

/** The invoices of which a mail failed and nobody looked yet, the newest failure first; and how many there are. */
export async function listFailedMessages(
  tx: Transaction<DB>,
  { limit }: { limit: number },
): Promise<{ count: number; first: FailedMessages[] }> {
  const { rows } = await sql<FailedMessages & { count: number }>`
    select f.invoice_id as "invoiceId", i.number, i.customer_snapshot ->> 'name' as customer, f.address, f.cause,
      (count(*) over ())::int as count
    from (select distinct on (r.invoice_id) r.* from message_recipients as r where ${isToLookAt}
      order by r.invoice_id, r.changed_at desc) as f
    join invoices as i on i.organization_id = f.organization_id and i.id = f.invoice_id
    order by f.changed_at desc limit ${limit}`.execute(tx)
  return { count: rows[0]?.count ?? 0, first: rows.map(({ count: _, ...row }) => row) }
}
