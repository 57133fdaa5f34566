import { type InvoiceDocument, isCreditNote } from '../invoice-document.ts'

const drafts = { nl: 'conceptfactuur', en: 'draft-invoice', de: 'rechnungsentwurf' }
const invoices = { nl: 'factuur', en: 'invoice', de: 'rechnung' }
const creditNotes = { nl: 'creditfactuur', en: 'credit-note', de: 'gutschrift' }

/**
 * What the file of a document is called, in the language of its customer: «factuur-2026-0216.pdf». Numbers hold
 * letters, digits and - _ . / alone, and a name of a file no slash.
 */
export function fileNameOf(document: InvoiceDocument, extension: 'pdf' | 'xml'): string {
  const language = document.customer.language ?? 'nl'
  const { number } = document.invoice
  if (number === null) return `${drafts[language]}.${extension}`
  const kind = isCreditNote(document) ? creditNotes : invoices
  return `${kind[language]}-${number.replaceAll('/', '-')}.${extension}`
}
