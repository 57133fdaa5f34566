import {
  addressOfLink,
  type Deductions,
  deductionsOf,
  ensureShareLink,
  findCustomer,
  findMailSettings,
  findMessage,
  findSeries,
  findShareLinkOf,
  listMailTemplates,
  nextNumberOf,
  type StoredFinal,
  type StoredInvoice,
  type StoredMailSettings,
  type StoredMessage,
  saveMessage,
  type Transaction,
} from '@stella/database'
import { finalDocumentOf, placeholdersOf, usualTemplate } from '@stella/documents'
import {
  fillTemplate,
  invoiceRecipients,
  type MessageInput,
  type MessageKind,
  type MessageLanguage,
  type MessageTemplate,
  usualMessageLanguage,
  validateMessage,
} from '@stella/invoicing'
import type { z } from 'zod'
import { ApiError } from '../http/api-error.ts'
import type { Context } from '../http/context.ts'
import { valid } from '../http/domain-problems.ts'
import type { MessageDraft, MessageWish } from './contract.ts'

type Given = z.infer<typeof MessageDraft>

export type Wished = {
  readonly input: MessageInput
  readonly senderName: string
  readonly replyTo: string | null
  /** Of the invoice until now: what its mail asks is what they leave. */
  readonly deductions: Deductions
}

/** A mail as it was wished, with what is usual for this customer where nothing was said. */
export async function wishedOf(tx: Transaction, invoice: StoredFinal, given: Given): Promise<Wished> {
  const settings = await findMailSettings(tx)
  // A final invoice keeps the customer as it was; where mail goes is what is known of it now.
  const customer = (await findCustomer(tx, invoice.customerId)) ?? invoice.customer
  const language = given.language ?? customer.language ?? usualMessageLanguage(customer.country)
  const template = await templateOf(tx, invoice.credits === null ? 'invoice' : 'credit_note', language)
  const deductions = await deductionsOf(tx, invoice.id)
  const filled = fillTemplate(template, placeholdersOf(finalDocumentOf(invoice, language), deductions))
  const usual = invoiceRecipients(customer)
  const input = {
    recipients: given.recipients ?? (usual.length > 0 ? usual : invoiceRecipients(invoice.customer)),
    copyTo: given.copyTo === undefined ? settings.copyTo : given.copyTo,
    language,
    subject: given.subject ?? filled.subject,
    body: given.body ?? filled.body,
    attachUbl: given.attachUbl ?? customer.attachUbl ?? settings.attachUbl,
  }
  return { input, deductions, ...senderOf(invoice, settings) }
}

function senderOf({ sender }: StoredFinal, settings: StoredMailSettings) {
  return { senderName: settings.senderName ?? sender.name, replyTo: settings.replyTo ?? sender.email }
}

async function templateOf(
  tx: Transaction,
  kind: MessageKind,
  language: MessageLanguage,
): Promise<MessageTemplate> {
  const own = (await listMailTemplates(tx)).find((it) => it.kind === kind && it.language === language)
  return own ?? usualTemplate(kind, language)
}

/** An invoice as it would be if it became final now; a final one as it is. */
export async function asFinal(tx: Transaction, invoice: StoredInvoice, at: Date): Promise<StoredFinal> {
  if (invoice.state === 'final') return invoice
  const { number } = await nextNumberOf(tx, await findSeries(tx, invoice.seriesId), invoice.invoiceDate)
  return { ...invoice, state: 'final', number, finalizedAt: at, credits: null }
}

/** The address of the link of an invoice; null when there is none that can be shown. */
export async function linkOf(
  tx: Transaction,
  invoiceId: string,
  { addresses }: Pick<Context, 'addresses'>,
): Promise<string | null> {
  const link = await findShareLinkOf(tx, invoiceId)
  return link === null ? null : addressOfLink(addresses, link)
}

/**
 * Writes down that an invoice is to be mailed, with the link by which its customer sees it, and has it sent.
 *
 * @throws ApiError `invalid_fields`, `email_unconfirmed`; DatabaseError `sending_limit`, `message_id_used`
 */
export async function wishMessage(
  tx: Transaction,
  { addresses, mailing }: Pick<Context, 'addresses' | 'mailing'>,
  wish: {
    readonly organizationId: string
    readonly invoice: StoredFinal
    readonly given: z.infer<typeof MessageWish>
    readonly by: string | null
    /** Whether mail reaches whoever wishes it. */
    readonly isConfirmed: boolean
    readonly at: Date
  },
): Promise<StoredMessage> {
  if (mailing.delivers && !wish.isConfirmed) throw new ApiError('email_unconfirmed')
  const { at, by: requestedBy, given, invoice, organizationId } = wish
  const { input, replyTo, senderName } = await wishedOf(tx, invoice, given)
  const content = valid(validateMessage(input))
  const { language } = content
  const link = await ensureShareLink(tx, { invoiceId: invoice.id, language, key: addresses.key, at })
  const message = {
    id: given.id,
    invoiceId: invoice.id,
    shareLinkId: link.id,
    content,
    senderName,
    replyTo,
    requestedBy,
    at,
  }
  const isNew = await saveMessage(tx, message)
  if (isNew) await mailing.queue(tx, { organizationId, messageId: given.id })
  const stored = await findMessage(tx, given.id)
  if (stored === undefined) throw new ApiError('not_found')
  return stored
}
