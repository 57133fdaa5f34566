import { attachmentFormats, attachmentLimits, attachmentTypes } from '@stella/invoicing'
import { mostBytes, takenTypes } from '../../web/src/attachments/limits.ts'
import type { Agreement } from './agreement.ts'
import { enumOf, numbersInTexts } from './places.ts'

/** Of files that go along with invoices. */
export const agreementsOfAttachments: Readonly<Record<string, Agreement>> = {
  'formats of an attachment': {
    words: attachmentFormats,
    places: { 'the API, Attachment.format': () => enumOf('Attachment.format') },
    columns: ['attachments.format'],
  },
  'types of an attachment': {
    words: Object.values(attachmentTypes),
    places: { 'the choice on the screen': () => takenTypes },
  },
  'megabytes of an attachment': {
    words: [megabytes(attachmentLimits.bytes)],
    places: {
      'the choice on the screen': () => [megabytes(mostBytes)],
      ...numbersInTexts((texts) => texts.screens.attachments.tooLarge, 'MB'),
      ...numbersInTexts((texts) => texts.api.fields.attachment_too_large(), 'MB'),
    },
  },
  'megabytes of all attachments of an invoice': {
    words: [megabytes(attachmentLimits.bytesPerInvoice)],
    places: {
      ...numbersInTexts((texts) => texts.screens.attachments.lead, 'MB'),
      ...numbersInTexts((texts) => texts.api.errors.attachments_too_large.detail, 'MB'),
    },
  },
  'megabytes of all attachments of an organization': {
    words: [megabytes(attachmentLimits.bytesPerOrganization)],
    places: numbersInTexts(
      (texts) => texts.api.errors.attachments_full.detail.replace(/ GB/, '000 MB'),
      'MB',
    ),
  },
}

function megabytes(bytes: number): string {
  return String(bytes / 1_000_000)
}
