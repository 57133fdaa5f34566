import type { Deductions, StoredAttachment, StoredFinal, StoredLogo, StoredMessage } from '@stella/database'
import { fileNameOf, finalDocumentOf, letterLogo, logoOnPage, writeLetter } from '@stella/documents'
import type { MessageLanguage } from '@stella/invoicing'
import { type Language, textsIn } from '@stella/texts'
import type { z } from 'zod'
import type { Message } from './contract.ts'

/** A mail as the API answers it. */
export function presentMessage(
  message: StoredMessage,
  invoice: { readonly number: string; readonly customer: string },
  language: Language,
): z.infer<typeof Message> {
  const sentences = textsIn(language).messageCauses
  return {
    id: message.id,
    invoiceId: message.invoiceId,
    ...invoice,
    language: message.language,
    subject: message.subject,
    attachUbl: message.attachUbl,
    requestedBy: message.requestedBy,
    createdAt: message.createdAt.toISOString(),
    recipients: message.recipients.map(({ cause, changedAt, ...recipient }) => ({
      ...recipient,
      cause,
      reason: cause === null ? null : sentences[cause],
      changedAt: changedAt.toISOString(),
    })),
  }
}

/** What whoever gets it reads. */
export async function asRead(
  invoice: StoredFinal,
  said: {
    readonly language: MessageLanguage
    readonly body: string
    readonly attachUbl: boolean
    readonly link: string | null
    readonly deductions: Deductions
    readonly logo: StoredLogo | null
    readonly files: readonly StoredAttachment[]
  },
) {
  const { attachUbl, body, deductions, files, language, link } = said
  const document = finalDocumentOf(invoice, language)
  const logo = await letterLogo(said.logo)
  return {
    ...writeLetter({ document, body, link, attachUbl, logo: logo && logoOnPage(logo), ...deductions }),
    attachments: [
      { name: fileNameOf(document, 'pdf'), type: 'pdf' as const, id: null },
      ...(attachUbl ? [{ name: fileNameOf(document, 'xml'), type: 'ubl' as const, id: null }] : []),
      ...files.map(({ id, name }) => ({ name, type: 'attachment' as const, id })),
    ],
  }
}
