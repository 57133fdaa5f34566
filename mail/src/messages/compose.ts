import {
  type AttachmentFile,
  addressOfLink,
  type Deductions,
  deductionsOf,
  findAttachmentFiles,
  findInvoice,
  findLogo,
  findMailServer,
  findMailServerPassword,
  findMessage,
  findSecretHash,
  inOrganization,
  keptPdf,
  type SealedPasswordRow,
  type StoredFinal,
  type StoredLogo,
  type StoredMessage,
  type Transaction,
} from '@stella/database'
import {
  fileNameOf,
  finalDocumentOf,
  LOGO_ID,
  letterLogo,
  logoInMail,
  writeInvoiceUbl,
  writeLetter,
} from '@stella/documents'
import { attachmentTypes, type MailServer } from '@stella/invoicing'
import type { Attachment, Letter } from '../post/post.ts'
import type { MessageParts } from './message-parts.ts'

/** What is needed to write a mail out. */
export type ToSend = {
  readonly message: StoredMessage
  readonly invoice: StoredFinal
  /** Where the customer sees the invoice; null without a link, or when it was taken back. */
  readonly link: string | null
  /** Until now: what the mail asks is what they leave. */
  readonly deductions: Deductions
  readonly logo: StoredLogo | null
  /** Go along after the invoice. */
  readonly files: readonly AttachmentFile[]
  /** Through which it goes; null for Stella's. */
  readonly server: { readonly mailServer: MailServer; readonly password: SealedPasswordRow | null } | null
}

export type Composed = Pick<Letter, 'subject' | 'text' | 'html' | 'language' | 'date'> & {
  readonly attachments: readonly Attachment[]
}

/** A mail with what it is about; null when there is no such mail. */
export async function findToSend(
  tx: Transaction,
  messageId: string,
  address: { readonly key: string; readonly publicUrl: string },
): Promise<ToSend | null> {
  const message = await findMessage(tx, messageId)
  const invoice = message && (await findInvoice(tx, message.invoiceId))
  if (message === undefined || invoice?.state !== 'final') return null
  const logo = await findLogo(tx, invoice.sender.logoId)
  const { shareLinkId: id } = message
  const secretHash = id === null ? null : await findSecretHash(tx, id)
  const link = id === null || secretHash === null ? null : addressOfLink(address, { id, secretHash })
  const files = await findAttachmentFiles(tx, invoice.id)
  const deductions = await deductionsOf(tx, invoice.id)
  return { message, invoice, link, deductions, logo, files, server: await serverOf(tx) }
}

async function serverOf(tx: Transaction): Promise<ToSend['server']> {
  const mailServer = await findMailServer(tx)
  return mailServer === null ? null : { mailServer, password: await findMailServerPassword(tx) }
}

/**
 * Writes a mail out, with its attachments. A final invoice never changes; what is asked is what is still to be paid of it
 * when the mail goes.
 *
 * @throws TypesettingError when the document could not be set now
 */
export async function compose(
  { deductions, files, invoice, link, logo, message }: ToSend,
  { database, typesetting }: Pick<MessageParts, 'database' | 'typesetting'>,
  organizationId: string,
): Promise<Composed> {
  const { attachUbl, body, createdAt, language, subject } = message
  const document = finalDocumentOf(invoice, language, logo)
  const shown = await letterLogo(logo)
  const pdf = await keptPdf(
    (work) => inOrganization(database, organizationId, work),
    { invoiceId: invoice.id, language },
    () => typesetting.renderInvoicePdf(document, organizationId),
  )
  return {
    ...writeLetter({ document, body, link, attachUbl, logo: shown && logoInMail(shown), ...deductions }),
    subject,
    language,
    date: createdAt,
    attachments: [
      { name: fileNameOf(document, 'pdf'), type: 'application/pdf', content: pdf },
      ...(attachUbl
        ? [
            {
              name: fileNameOf(document, 'xml'),
              type: 'application/xml' as const,
              content: writeInvoiceUbl(document),
            },
          ]
        : []),
      ...files.map(({ data, format, name }) => ({ name, type: attachmentTypes[format], content: data })),
      ...(shown === null
        ? []
        : [{ id: LOGO_ID, name: 'logo.png', type: 'image/png' as const, content: shown.png }]),
    ],
  }
}
