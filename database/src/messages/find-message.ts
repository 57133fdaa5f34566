import type { MessageLanguage } from '@stella/invoicing'
import type { Selectable, Transaction } from 'kysely'
import type { DB, MessageRecipients, Messages } from '../schema/schema.generated.ts'
import type { MessageCause, RecipientKind, RecipientState } from './recipient-states.ts'

export interface StoredRecipient {
  readonly position: number
  readonly kind: RecipientKind
  readonly address: string
  readonly state: RecipientState
  readonly cause: MessageCause | null
  /** What the server said. */
  readonly reply: string | null
  readonly changedAt: Date
  /** Whether nobody needs to look at it any more. */
  readonly isSettled: boolean
}

export interface StoredMessage {
  readonly id: string
  readonly invoiceId: string
  readonly shareLinkId: string | null
  readonly language: MessageLanguage
  readonly subject: string
  readonly body: string
  readonly senderName: string
  readonly replyTo: string | null
  readonly attachUbl: boolean
  readonly requestedBy: string | null
  readonly createdAt: Date
  readonly recipients: readonly StoredRecipient[]
}

/** A mail with how it stands with each of its recipients. */
export async function findMessage(tx: Transaction<DB>, id: string): Promise<StoredMessage | undefined> {
  const row = await tx.selectFrom('messages').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return undefined
  const [message] = await withRecipients(tx, [row])
  return message
}

/** Puts recipients to their mails, in the order of the mails. */
export async function withRecipients<Row extends Selectable<Messages>>(
  tx: Transaction<DB>,
  rows: readonly Row[],
): Promise<StoredMessage[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const recipients = await tx
    .selectFrom('message_recipients')
    .selectAll()
    .where('message_id', 'in', ids)
    .orderBy('position')
    .execute()
  const byMessage = Map.groupBy(recipients, ({ message_id }) => message_id)
  return rows.map((row) => messageOf(row, byMessage.get(row.id) ?? []))
}

function messageOf(
  row: Selectable<Messages>,
  recipients: readonly Selectable<MessageRecipients>[],
): StoredMessage {
  return {
    id: row.id,
    invoiceId: row.invoice_id,
    shareLinkId: row.share_link_id,
    language: row.language,
    subject: row.subject,
    body: row.body,
    senderName: row.sender_name,
    replyTo: row.reply_to,
    attachUbl: row.attach_ubl,
    requestedBy: row.requested_by,
    createdAt: row.created_at,
    recipients: recipients.map(recipientOf),
  }
}

function recipientOf(row: Selectable<MessageRecipients>): StoredRecipient {
  return {
    position: row.position,
    kind: row.kind,
    address: row.address,
    state: row.state,
    // Written from the closed table alone.
    cause: row.cause as MessageCause | null,
    reply: row.reply,
    changedAt: row.changed_at,
    isSettled: row.settled_at !== null,
  }
}
