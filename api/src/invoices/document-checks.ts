import { type InvoiceDocument, missingForEInvoice, unprintableFields } from '@stella/documents'
import { isInEuropeanUnion } from '@stella/invoicing'
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

/** What does not hold an invoice back and people miss all the same, until a customer or the tax office asks. */
export function notesOnParties(
  { organization, customer, invoice }: InvoiceDocument,
  language: Language,
): string[] {
  const { notes } = textsIn(language).api
  const isCharged = invoice.totals.vat !== 0n
  const isForeignBusiness =
    customer.kind === 'company' && customer.country !== 'NL' && isInEuropeanUnion(customer.country)
  const told: [string, boolean][] = [
    [notes.no_account, organization.iban === null && invoice.totals.gross > 0n],
    [notes.vat_under_small_business_scheme, organization.vatScheme === 'small_business_scheme' && isCharged],
    [notes.charged_without_vat_number, isForeignBusiness && customer.vatNumber === null && isCharged],
    [notes.own_post_box, isPostBox(organization.address)],
    [notes.customer_post_box, isPostBox(customer.address)],
  ]
  return told.flatMap(([note, applies]) => (applies ? [note] : []))
}

/** The law wants the address where the business is, and a number of a post box is none. */
function isPostBox(address: string | null): boolean {
  return /^(postbus|p\.? ?o\.? ?box)\b/i.test(address ?? '')
}
