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

/** What the law does not ask and people miss all the same: where to pay, and VAT that the scheme does not charge. */
export function notesOnPayment({ organization, invoice }: InvoiceDocument, language: Language): string[] {
  const { notes } = textsIn(language).api
  const charges = organization.vatScheme === 'small_business_scheme' && invoice.totals.vat !== 0n
  return [
    ...(organization.iban === null && invoice.totals.gross > 0n ? [notes.no_account] : []),
    ...(charges ? [notes.vat_under_small_business_scheme] : []),
  ]
}
