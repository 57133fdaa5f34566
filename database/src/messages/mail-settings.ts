import {
  isMessageLanguage,
  type MailSettings,
  type MessageKind,
  type MessageLanguage,
  type MessageTemplate,
} from '@stella/invoicing'
import type { Transaction } from 'kysely'
import { DatabaseError } from '../errors/database-error.ts'
import type { DB } from '../schema/schema.generated.ts'

export type StoredMailSettings = MailSettings & { readonly revision: number }

const untouched: StoredMailSettings = {
  senderName: null,
  replyTo: null,
  copyTo: null,
  attachUbl: false,
  revision: 0,
}

/** How the transaction's organization mails; revision 0 where nobody has said anything yet. */
export async function findMailSettings(tx: Transaction<DB>): Promise<StoredMailSettings> {
  const row = await tx.selectFrom('mail_settings').selectAll().executeTakeFirst()
  if (row === undefined) return untouched
  return {
    senderName: row.sender_name,
    replyTo: row.reply_to,
    copyTo: row.copy_to,
    attachUbl: row.attach_ubl,
    revision: row.revision,
  }
}

/**
 * Replaces how the organization mails, if it is still as it was read.
 *
 * @throws DatabaseError `revision_conflict`
 */
export async function saveMailSettings(
  tx: Transaction<DB>,
  settings: MailSettings,
  revision: number,
): Promise<StoredMailSettings> {
  const values = {
    sender_name: settings.senderName,
    reply_to: settings.replyTo,
    copy_to: settings.copyTo,
    attach_ubl: settings.attachUbl,
    revision: revision + 1,
  }
  const changed =
    revision === 0
      ? await tx
          .insertInto('mail_settings')
          .values(values)
          .onConflict((conflict) => conflict.doNothing())
          .returning('revision')
          .executeTakeFirst()
      : await tx
          .updateTable('mail_settings')
          .set(values)
          .where('revision', '=', revision)
          .returning('revision')
          .executeTakeFirst()
  if (changed === undefined)
    throw new DatabaseError('revision_conflict', { subject: 'mail settings', id: '' })
  return { ...settings, revision: changed.revision }
}

export interface StoredTemplate extends MessageTemplate {
  readonly kind: MessageKind
  readonly language: MessageLanguage
}

/** What the organization wrote itself. */
export async function listMailTemplates(tx: Transaction<DB>): Promise<StoredTemplate[]> {
  const rows = await tx
    .selectFrom('mail_templates')
    .select(['kind', 'language', 'subject', 'body'])
    .orderBy('kind')
    .orderBy('language')
    .execute()
  return rows.filter((row) => isMessageLanguage(row.language))
}

/** Keeps what the organization writes; null takes it back, so that the usual words stand again. */
export async function saveMailTemplate(
  tx: Transaction<DB>,
  { kind, language }: { kind: MessageKind; language: MessageLanguage },
  template: MessageTemplate | null,
): Promise<void> {
  if (template === null) {
    await tx.deleteFrom('mail_templates').where('kind', '=', kind).where('language', '=', language).execute()
    return
  }
  await tx
    .insertInto('mail_templates')
    .values({ kind, language, ...template })
    .onConflict((conflict) => conflict.columns(['organization_id', 'kind', 'language']).doUpdateSet(template))
    .execute()
}
