import { mailStates, messageCauses, recipientKinds, recipientStates } from '@stella/database'
import { messageKinds, messageLanguages, messagePlaceholders } from '@stella/invoicing'
import { z } from 'zod'
import { operationsOf } from '../openapi/operation.ts'
import { Id, IdParams, Instant, pageOf, text } from '../openapi/values.ts'

const { list, read, write } = operationsOf('Messages', 'organization')

const Language = z.enum(messageLanguages)
const FieldProblem = z.object({ path: z.string(), code: z.string(), message: z.string() })

/** What a mail says. What is left out is as usual for the customer. */
const wishFields = {
  recipients: z
    .array(text(2000))
    .max(50)
    .nullable()
    .default(null)
    .describe('Addresses; a text may hold several with commas between. Null: that of the customer.'),
  copyTo: text(1000)
    .nullable()
    .optional()
    .describe('Gets the same unseen. Left out: as the organization wants it; null: nobody.'),
  language: Language.nullable().default(null).describe('Null: as is usual for the country of the customer.'),
  subject: text(2000).nullable().default(null).describe('Null: from the template.'),
  body: text(20_000)
    .nullable()
    .default(null)
    .describe('What stands above the amount. Null: from the template.'),
  attachUbl: z
    .boolean()
    .nullable()
    .default(null)
    .describe('Null: as is agreed with the customer, or as the organization wants it.'),
}

export const MessageDraft = z.strictObject(wishFields).meta({ id: 'MessageDraft' })
export const MessageWish = z
  .strictObject({
    id: Id.describe('Drawn by whoever wishes the mail; the same wish sent twice is one mail.'),
    ...wishFields,
  })
  .meta({ id: 'MessageWish' })

const Attachment = z.object({
  name: z.string(),
  type: z
    .enum(['pdf', 'ubl', 'attachment'])
    .describe('`attachment`: a file that goes along with the invoice.'),
  id: Id.nullable().describe('Of the attachment; null of what Stella makes.'),
})

const MessageCause = z
  .enum(Object.keys(messageCauses) as [keyof typeof messageCauses])
  .meta({ id: 'MessageCause', description: 'Why a mail is not where it should be.' })

/** How the mails of one invoice stand. */
export const MailState = z
  .enum(mailStates)
  .meta({ id: 'MailState', description: 'How the mails of an invoice stand; `failed` needs somebody.' })

const Recipient = z
  .object({
    position: z.int(),
    kind: z.enum(recipientKinds).describe('`copy` gets the same unseen.'),
    address: z.string(),
    state: z
      .enum(recipientStates)
      .describe(
        '`sent`: a mail server took it, which is not the same as read; `kept`: there is no mail server; `unknown`: the ' +
          'connection broke before the answer, and it is not sent again by itself; `returned`: it came back, as a report or ' +
          'somebody said.',
      ),
    cause: MessageCause.nullable(),
    reason: z.string().nullable().describe('The cause in a sentence.'),
    reply: z.string().nullable().describe('What the mail server said, in its own words.'),
    changedAt: Instant,
    isSettled: z.boolean().describe('Whether nobody has to look at it any more.'),
  })
  .meta({ id: 'MessageRecipient' })

const messageFields = {
  id: Id,
  invoiceId: Id,
  number: z.string().describe('Of the invoice.'),
  customer: z.string(),
  language: Language,
  subject: z.string(),
  attachUbl: z.boolean(),
  requestedBy: z.string().nullable().describe('Who wished it; null for a program.'),
  createdAt: Instant,
  recipients: z.array(Recipient),
}

export const Message = z.object(messageFields).meta({
  id: 'Message',
  description: 'One mail of one final invoice, with how it stands with each recipient.',
})

const asRead = {
  text: z.string().describe('As a mail program without pages shows it.'),
  html: z.string().describe('As other mail programs show it; it loads nothing from anywhere.'),
  attachments: z.array(Attachment),
}

const WholeMessage = z
  .object({ ...messageFields, senderName: z.string(), replyTo: z.string().nullable(), ...asRead })
  .meta({ id: 'WholeMessage', description: 'A mail as whoever gets it reads it.' })

const MessagePreview = z
  .object({
    recipients: z.array(z.string()),
    copyTo: z.string().nullable(),
    language: Language,
    subject: z.string(),
    body: z.string(),
    attachUbl: z.boolean(),
    senderName: z.string(),
    replyTo: z.string().nullable(),
    ...asRead,
    delivers: z.boolean().describe('False without a mail server: the mail will be kept, and not sent.'),
    problems: z.array(FieldProblem),
  })
  .meta({ id: 'MessagePreview' })

export const previewMessage = write({
  id: 'previewMessage',
  summary: 'Preview a mail of an invoice',
  description:
    'What the customer would get, with what is usual where nothing is given; nothing is stored or sent. Of a draft with ' +
    'the number it would have now. Problems are listed, not refused.',
  response: { 200: MessagePreview },
  params: IdParams,
  body: MessageDraft,
})

export const sendMessage = write({
  id: 'sendMessage',
  summary: 'Mail an invoice',
  description:
    'Writes down that a final invoice is to be mailed, with its PDF and if wanted its UBL, and sends it once. ' +
    'Repeating it with the same `id` is harmless.',
  problems: [
    'invalid_fields',
    'not_final',
    'made_elsewhere',
    'sending_limit',
    'message_id_used',
    'email_unconfirmed',
  ],
  response: { 201: Message },
  params: IdParams,
  body: MessageWish,
})

export const settleMessages = write({
  id: 'settleMessages',
  summary: 'Say that the failed mails of an invoice were looked at',
  description: 'They are no longer told as what needs somebody. Harmless when there are none.',
  response: { 204: z.undefined().describe('Noted.') },
  params: IdParams,
})

export const listMessages = list({
  id: 'listMessages',
  summary: 'List mails',
  description: 'The newest first: the mails of all invoices, or of one.',
  page: pageOf('MessagePage', Message),
  filters: {
    invoiceId: Id.optional(),
    failing: z.enum(['true']).optional().describe('Only those that somebody has to look at.'),
  },
})

export const getMessage = read({
  id: 'getMessage',
  summary: 'Read a mail',
  description: 'As the customer reads it.',
  response: { 200: WholeMessage },
  params: IdParams,
})

export const retryMessage = write({
  id: 'retryMessage',
  summary: 'Send a mail again',
  description:
    'To its recipients that do not have it for certain: refused, unknown, returned or kept. It is the same mail, so a ' +
    'program that has it already may know it.',
  problems: ['not_retryable', 'sending_limit'],
  response: { 200: Message },
  params: IdParams,
})

export const returnMessage = write({
  id: 'returnMessage',
  summary: 'Say that a mail came back',
  description: 'Stella cannot see it: it comes back to the address for answers.',
  problems: ['not_retryable'],
  response: { 200: Message },
  params: IdParams,
  body: z.strictObject({ position: z.int().min(0).describe('Of the recipient.') }),
})

const file = (type: string, description: string) => ({
  description,
  content: { [type]: { schema: z.string().meta({ format: 'binary' }) } },
})

export const getMessagePdf = read({
  id: 'getMessagePdf',
  summary: 'The PDF of a mail',
  description: 'The invoice in the language of the mail.',
  problems: ['documents_waiting', 'documents_busy'],
  response: { 200: file('application/pdf', 'The document.') },
  params: IdParams,
})

export const getMessageUbl = read({
  id: 'getMessageUbl',
  summary: 'The UBL of a mail',
  description: 'The e-invoice, whether it went along or not.',
  response: { 200: file('application/xml', 'The document.') },
  params: IdParams,
})

const settingsFields = {
  senderName: text(1000)
    .nullable()
    .describe('Beside the address of the sender; null: the name of the organization.'),
  replyTo: text(1000).nullable().describe('Where answers go; null: to the address of the organization.'),
  copyTo: text(1000).nullable().describe('Who gets a copy of each mail; null: nobody.'),
  attachUbl: z.boolean().describe('Whether the e-invoice goes along as a file of its own.'),
  revision: z.int().min(0),
}
const templateFields = {
  kind: z.enum(messageKinds),
  language: Language,
  subject: text(2000),
  body: text(20_000),
}

const MailSettings = z
  .object({
    ...settingsFields,
    templates: z
      .array(
        z.object({
          ...templateFields,
          isOwn: z.boolean().describe('Whether the organization wrote it itself.'),
          usual: z.object({ subject: z.string(), body: z.string() }).describe('What stands there otherwise.'),
        }),
      )
      .describe('One for each kind and language.'),
    placeholders: z
      .array(z.enum(messagePlaceholders))
      .describe('The words that are filled in, between braces.'),
    delivers: z.boolean().describe('False without a mail server: mails are kept, and not sent.'),
    seesBounces: z
      .boolean()
      .describe('Whether Stella sees it when a mail comes back; otherwise somebody has to say so.'),
  })
  .meta({ id: 'MailSettings', description: 'How the organization mails its invoices.' })

export const getMailSettings = read({
  id: 'getMailSettings',
  summary: 'Read how invoices are mailed',
  description: 'The sender, who gets a copy, and the text in each language.',
  response: { 200: MailSettings },
})

export const updateMailSettings = write({
  id: 'updateMailSettings',
  summary: 'Change how invoices are mailed',
  description: 'Replaces all of it. A template that is left out is as usual again.',
  problems: ['invalid_fields', 'changed_meanwhile'],
  response: { 200: MailSettings },
  body: z
    .strictObject({ ...settingsFields, templates: z.array(z.strictObject(templateFields)).max(6) })
    .meta({ id: 'MailSettingsContent' }),
})
