import type { MessageContent } from '@stella/invoicing'
import type { Transaction } from 'kysely'
import { DatabaseError } from '../errors/database-error.ts'
import type { DB } from '../schema/schema.generated.ts'
import { settleMessages } from './change-recipient.ts'
import { requireRoomToSend } from './sending-limit.ts'

export interface NewMessage {
  /** Drawn by whoever wishes it: the same wish sent twice is one mail. */
  readonly id: string
  readonly invoiceId: string
  readonly shareLinkId: string | null
  readonly content: MessageContent
  readonly senderName: string
  readonly replyTo: string | null
  /** Who wished it; null for a program. */
  readonly requestedBy: string | null
  readonly at: Date
}

/**
 * Writes down that a mail is to be sent; returns false when this wish was written down before. What failed of
 * earlier mails of the invoice is settled by it.
 *
 * @throws DatabaseError `sending_limit`, `message_id_used` when the id is of a mail of another invoice
 */
export async function saveMessage(tx: Transaction<DB>, message: NewMessage): Promise<boolean> {
  const { id, invoiceId, content, at } = message
  const { recipients, copyTo } = content
  await requireRoomToSend(tx, recipients.length + (copyTo === null ? 0 : 1), at).catch(
    async (error: unknown) => {
      if (!(await isWished(tx, id, invoiceId))) throw error
    },
  )
  const inserted = await tx
    .insertInto('messages')
    .values({
      id,
      invoice_id: invoiceId,
      share_link_id: message.shareLinkId,
      language: content.language,
      subject: content.subject,
      body: content.body,
      sender_name: message.senderName,
      reply_to: message.replyTo,
      attach_ubl: content.attachUbl,
      requested_by: message.requestedBy,
      created_at: at,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted === undefined) {
    if (await isWished(tx, id, invoiceId)) return false
    throw new DatabaseError('message_id_used', { id })
  }
  await settleMessages(tx, invoiceId, at)
  const rows = [
    ...recipients.map((address) => ({ address, kind: 'to' as const })),
    ...(copyTo === null ? [] : [{ address: copyTo, kind: 'copy' as const }]),
  ]
  await tx
    .insertInto('message_recipients')
    .values(
      rows.map((row, position) => ({
        ...row,
        message_id: id,
        position,
        invoice_id: invoiceId,
        changed_at: at,
      })),
    )
    .execute()
  return true
}

async function isWished(tx: Transaction<DB>, id: string, invoiceId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('messages')
    .select('id')
    .where('id', '=', id)
    .where('invoice_id', '=', invoiceId)
    .executeTakeFirst()
  return row !== undefined
}
