import { attachmentFormats } from '@stella/invoicing'
import { z } from 'zod'
import { file } from '../openapi/file.ts'
import { operationsOf } from '../openapi/operation.ts'
import { Id, IdParams, text } from '../openapi/values.ts'

const { read, write } = operationsOf('Attachments', 'organization')

const Attachment = z
  .object({
    id: Id,
    name: z.string(),
    format: z.enum(attachmentFormats),
    size: z.int().describe('In bytes.'),
    isAlways: z.boolean().describe('Whether it goes along with every invoice that becomes final.'),
  })
  .meta({ id: 'Attachment', description: 'A file that goes along with an invoice.' })

const Attachments = z
  .object({
    items: z.array(Attachment),
    always: z
      .array(Attachment)
      .describe('What will go along besides when the draft becomes final; none of a final invoice.'),
  })
  .meta({ id: 'InvoiceAttachments', description: 'What goes along with an invoice.' })

const OfInvoice = z.object({ id: Id, attachmentId: Id })

/** The file itself, as it is; what it is called stands in the address. */
const upload = {
  querystring: z.strictObject({ name: text(500).describe('What the file is called.') }),
  consumes: ['application/octet-stream'],
  body: z.unknown().meta({
    type: 'string',
    format: 'binary',
    description: 'The file: a PDF, PNG or JPEG of at most 10 MB.',
  }),
}

const uploadProblems = [
  'invalid_fields',
  'too_many_attachments',
  'attachments_too_large',
  'attachments_full',
] as const

const judged =
  'Judged by what it holds, not by its name. A picture is written anew, at most 2,400 × 2,400 and without where it was taken.'

export const listInvoiceAttachments = read({
  id: 'listInvoiceAttachments',
  summary: 'List the attachments of an invoice',
  description: 'What goes along with it when it is mailed, and behind the link of its customer.',
  response: { 200: Attachments },
  params: IdParams,
})

export const addInvoiceAttachment = write({
  id: 'addInvoiceAttachment',
  summary: 'Attach a file to a draft',
  description: `${judged} At most ten files and 10 MB go along with an invoice; with a final one they stay.`,
  problems: [...uploadProblems, 'already_final'],
  response: { 201: Attachment },
  params: IdParams,
  ...upload,
})

export const removeInvoiceAttachment = write({
  id: 'removeInvoiceAttachment',
  summary: 'Take a file from a draft',
  description: 'Of a final invoice nothing is taken.',
  problems: ['already_final'],
  response: { 204: z.undefined().describe('It is gone.') },
  params: OfInvoice,
})

export const getInvoiceAttachment = read({
  id: 'getInvoiceAttachment',
  summary: 'Read an attachment of an invoice',
  description: 'The file as it goes along, under its own name.',
  response: { 200: file('application/pdf', 'The file; of a picture `image/png` or `image/jpeg`.') },
  params: OfInvoice,
})

export const listAttachments = read({
  id: 'listAttachments',
  summary: 'List what always goes along',
  description: 'Files that go along with every invoice that becomes final from now on, such as terms.',
  response: { 200: z.object({ items: z.array(Attachment) }) },
})

export const addAttachment = write({
  id: 'addAttachment',
  summary: 'Have a file always go along',
  description: `${judged} At most five; with credit notes nothing goes along.`,
  problems: [...uploadProblems],
  response: { 201: Attachment },
  ...upload,
})

export const removeAttachment = write({
  id: 'removeAttachment',
  summary: 'Have a file go along no more',
  description: 'With invoices that are final it stays.',
  response: { 204: z.undefined().describe('It goes along no more.') },
  params: IdParams,
})

export const getAttachment = read({
  id: 'getAttachment',
  summary: 'Read what always goes along',
  description: 'The file as it goes along, under its own name.',
  response: { 200: file('application/pdf', 'The file; of a picture `image/png` or `image/jpeg`.') },
  params: IdParams,
})
