import { attachmentLimits } from '@stella/invoicing'
import { sql, type Transaction } from 'kysely'
import { DatabaseError } from '../errors/database-error.ts'
import type { DB } from '../schema/schema.generated.ts'
import { lockOrganization } from '../transactions/lock-organization.ts'
import type { NewAttachment, StoredAttachment } from './attachment.ts'
import { listAlwaysAttachments, listAttachments } from './list-attachments.ts'
import { nameUnlike } from './name-unlike.ts'

/**
 * Attaches a file to a draft.
 *
 * @throws DatabaseError `not_found`, `already_final`, `too_many_attachments`, `attachments_too_large`, `attachments_full`
 */
export async function attachToDraft(
  tx: Transaction<DB>,
  invoiceId: string,
  file: NewAttachment,
): Promise<StoredAttachment> {
  await lockDraft(tx, invoiceId)
  const beside = [...(await listAttachments(tx, invoiceId)), ...(await listAlwaysAttachments(tx))]
  if (beside.length >= attachmentLimits.perInvoice) throw tooMany(attachmentLimits.perInvoice)
  requireRoom(beside, file)
  const added = await insert(tx, { ...file, name: nameUnlike(file.name, beside) }, false)
  await tx
    .insertInto('invoice_attachments')
    .values({
      invoice_id: invoiceId,
      attachment_id: added.id,
      position: sql<number>`(select coalesce(max(position), -1) + 1 from invoice_attachments where invoice_id = ${invoiceId})`,
    })
    .execute()
  return added
}

/**
 * Takes a file from a draft again.
 *
 * @throws DatabaseError `not_found`, `already_final`
 */
export async function detachFromDraft(tx: Transaction<DB>, invoiceId: string, id: string): Promise<void> {
  await lockDraft(tx, invoiceId)
  const { numDeletedRows } = await tx
    .deleteFrom('invoice_attachments')
    .where('invoice_id', '=', invoiceId)
    .where('attachment_id', '=', id)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw new DatabaseError('not_found', { subject: 'attachment', id })
  await forgetUnused(tx, [id])
}

/** Takes all files from a draft that goes. Whoever calls holds it. */
export async function detachAll(tx: Transaction<DB>, invoiceId: string): Promise<void> {
  const links = await tx
    .deleteFrom('invoice_attachments')
    .where('invoice_id', '=', invoiceId)
    .returning('attachment_id')
    .execute()
  await forgetUnused(
    tx,
    links.map(({ attachment_id }) => attachment_id),
  )
}

/**
 * Has a file go along with every invoice that becomes final from now on.
 *
 * @throws DatabaseError `too_many_attachments`, `attachments_too_large`, `attachments_full`
 */
export async function attachAlways(tx: Transaction<DB>, file: NewAttachment): Promise<StoredAttachment> {
  await lockOrganization(tx, 'attachments')
  const beside = await listAlwaysAttachments(tx)
  if (beside.length >= attachmentLimits.always) throw tooMany(attachmentLimits.always)
  requireRoom(beside, file)
  return insert(tx, { ...file, name: nameUnlike(file.name, beside) }, true)
}

/**
 * Has a file go along no more. With what is final it stays.
 *
 * @throws DatabaseError `not_found`
 */
export async function detachAlways(tx: Transaction<DB>, id: string): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('attachments')
    .set({ is_always: false })
    .where('id', '=', id)
    .where('is_always', '=', true)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new DatabaseError('not_found', { subject: 'attachment', id })
  await forgetUnused(tx, [id])
}

/** Puts what always goes along to a draft that becomes final now. Whoever calls holds it. */
export async function attachWhatAlwaysGoes(tx: Transaction<DB>, invoiceId: string): Promise<void> {
  await sql`insert into invoice_attachments (invoice_id, attachment_id, position)
    select ${invoiceId}, id, (select coalesce(max(position), -1) from invoice_attachments where invoice_id = ${invoiceId})
      + row_number() over (order by added_at, id)
    from attachments where is_always`.execute(tx)
}

/** Two who attach at once wait here for each other, so that together they pass no bound. */
async function lockDraft(tx: Transaction<DB>, id: string): Promise<void> {
  const row = await tx
    .selectFrom('invoices')
    .select('state')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new DatabaseError('not_found', { subject: 'invoice', id })
  if (row.state === 'final') throw new DatabaseError('already_final', { id })
}

async function insert(
  tx: Transaction<DB>,
  { at, by, data, format, name }: NewAttachment,
  isAlways: boolean,
): Promise<StoredAttachment> {
  await lockOrganization(tx, 'attachments')
  const { used } = await tx
    .selectFrom('attachments')
    .select(sql<string>`coalesce(sum(size), 0)`.as('used'))
    .executeTakeFirstOrThrow()
  if (Number(used) + data.length > attachmentLimits.bytesPerOrganization)
    throw new DatabaseError('attachments_full', { limit: String(attachmentLimits.bytesPerOrganization) })
  const { id, size } = await tx
    .insertInto('attachments')
    .values({ name, format, data: Buffer.from(data), is_always: isAlways, added_by: by, added_at: at })
    .returning(['id', 'size'])
    .executeTakeFirstOrThrow()
  return { id, name, format, size, isAlways }
}

function requireRoom(beside: readonly StoredAttachment[], { data }: NewAttachment): void {
  const size = beside.reduce((sum, it) => sum + it.size, data.length)
  if (size > attachmentLimits.bytesPerInvoice)
    throw new DatabaseError('attachments_too_large', { limit: String(attachmentLimits.bytesPerInvoice) })
}

function tooMany(limit: number): DatabaseError {
  return new DatabaseError('too_many_attachments', { limit: String(limit) })
}

/** What goes along with nothing is kept no longer. */
async function forgetUnused(tx: Transaction<DB>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .deleteFrom('attachments')
    .where('id', 'in', ids)
    .where('is_always', '=', false)
    .where(sql<boolean>`not exists (select from invoice_attachments as link
      where link.organization_id = attachments.organization_id and link.attachment_id = attachments.id)`)
    .execute()
}
