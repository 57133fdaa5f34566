import {
  dueDate,
  type FilledPlaceholders,
  formatAmount,
  type MessageKind,
  type MessageLanguage,
  type MessageTemplate,
  ZERO,
} from '@stella/invoicing'
import { type FinalInvoiceDocument, isCreditNote } from '../invoice-document.ts'
import { formatIn } from '../languages/format.ts'
import { wordsOf } from '../languages/language.ts'
import { htmlOf } from './html-of.ts'
import { type InvoiceLetter, letterContent, openOf, type ShownLogo } from './letter-content.ts'
import type { LetterLogo } from './letter-logo.ts'
import { letterWords } from './letter-words.ts'
import { textOf } from './text-of.ts'

/** A mail with an invoice, as text and as a page; both say the same. */
export function writeLetter(letter: InvoiceLetter): { text: string; html: string } {
  const content = letterContent(letter)
  return { text: textOf(content), html: htmlOf(content) }
}

/** How a mail names the picture that comes along in it. */
export const LOGO_ID = 'logo'

/** The logo as the mail itself has it, and as a page that shows the mail does. */
export function logoInMail({ height, width }: LetterLogo): ShownLogo {
  return { address: `cid:${LOGO_ID}`, height, width }
}
export function logoOnPage({ height, png, width }: LetterLogo): ShownLogo {
  return { address: `data:image/png;base64,${Buffer.from(png).toString('base64')}`, height, width }
}

/** The words of an organization that wrote none itself. */
export function usualTemplate(kind: MessageKind, language: MessageLanguage): MessageTemplate {
  return letterWords[language].templates[kind]
}

/** What the places in a template become for this invoice. «Bedrag» is what is still to be paid, where anything is. */
export function placeholdersOf(
  document: FinalInvoiceDocument,
  { creditNotes, paid }: Pick<InvoiceLetter, 'creditNotes' | 'paid'> = { creditNotes: [], paid: ZERO },
): FilledPlaceholders {
  const { customer, invoice, organization } = document
  const format = formatIn(customer.language ?? 'nl', wordsOf(document))
  return {
    nummer: invoice.number,
    bedrag: format.euros(formatAmount(openOf(document, creditNotes, paid) || invoice.totals.gross)),
    vervaldatum: isCreditNote(document) ? '' : format.date(dueDate(invoice)),
    klant: customer.name,
    contactpersoon: customer.contactName ?? '',
    bedrijf: organization.name,
    omschrijving: invoice.description,
    referentie: invoice.buyerReference ?? '',
  }
}
