import { type InvoiceDocument, missingForEInvoice, unprintableFields } from '@stella/documents'
import { type Language, textsIn } from '@stella/texts'
import type { FieldError } from '../http/api-error.ts'

/** What cannot be set whole on paper, field by field. A final invoice must not have any. */
export function unprintable(document: InvoiceDocument): FieldError[] {
  return unprintableFields(document).map(({ path, characters }) => ({
    path,
    code: 'character_not_printable',
    parameters: { characters: characters.join(' ') },
  }))
}

/** What is good to know of the e-invoice before it is final: which fields it still lacks. */
export function notesOnEInvoice(document: InvoiceDocument, language: Language): string[] {
  const { notes, eInvoiceFields } = textsIn(language).api
  const missing = missingForEInvoice(document)
  if (missing.length === 0) return []
  const names = missing.map((path) => eInvoiceFields[path])
  return [notes.e_invoice_incomplete(new Intl.ListFormat(language).format(names))]
}
