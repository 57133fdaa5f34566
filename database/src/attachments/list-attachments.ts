import type { AttachmentFormat } from '@stella/invoicing'
import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import type { AttachmentFile, StoredAttachment } from './attachment.ts'

const told = [
  'attachments.id',
  'attachments.name',
  'attachments.format',
  'attachments.size',
  'attachments.is_always',
] as const

/** What is attached to an invoice, in the order in which it was added; of a final one all that goes along. */
export async function listAttachments(tx: Transaction<DB>, invoiceId: string): Promise<StoredAttachment[]> {
  const rows = await linked(tx, invoiceId).select(told).execute()
  return rows.map(toldOf)
}

/** What goes along with every invoice that becomes final from now on. */
export async function listAlwaysAttachments(tx: Transaction<DB>): Promise<StoredAttachment[]> {
  const rows = await tx
    .selectFrom('attachments')
    .select(told)
    .where('is_always', '=', true)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map(toldOf)
}

/**
 * What goes along with an invoice when it is sent: what is attached to it, and with a draft that will be an invoice also
 * what always goes along. A credit note gives something back; no terms go with it.
 */
export async function attachmentsToSend(
  tx: Transaction<DB>,
  { id, state }: { readonly id: string; readonly state: 'draft' | 'final' },
): Promise<StoredAttachment[]> {
  const own = await listAttachments(tx, id)
  return state === 'final' ? own : [...own, ...(await listAlwaysAttachments(tx))]
}

/** The files of an invoice, in their order. */
export async function findAttachmentFiles(tx: Transaction<DB>, invoiceId: string): Promise<AttachmentFile[]> {
  const rows = await linked(tx, invoiceId)
    .select([...told, 'attachments.data'])
    .execute()
  return rows.map((row) => ({ ...toldOf(row), data: row.data }))
}

/**
 * One file with what it holds; null when there is none such.
 *
 * @param invoiceId only when it goes along with this invoice
 */
export async function findAttachment(
  tx: Transaction<DB>,
  id: string,
  invoiceId?: string,
): Promise<AttachmentFile | null> {
  const query = invoiceId === undefined ? tx.selectFrom('attachments') : linked(tx, invoiceId).clearOrderBy()
  const row = await query
    .select([...told, 'attachments.data'])
    .where('attachments.id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : { ...toldOf(row), data: row.data }
}

function linked(tx: Transaction<DB>, invoiceId: string) {
  return tx
    .selectFrom('attachments')
    .innerJoin('invoice_attachments as link', (join) =>
      join
        .onRef('link.organization_id', '=', 'attachments.organization_id')
        .onRef('link.attachment_id', '=', 'attachments.id'),
    )
    .where('link.invoice_id', '=', invoiceId)
    .orderBy('link.position')
}

type Row = { id: string; name: string; format: string; size: number; is_always: boolean }

function toldOf({ format, id, is_always, name, size }: Row): StoredAttachment {
  // Written from the closed table alone.
  return { id, name, format: format as AttachmentFormat, size, isAlways: is_always }
}
