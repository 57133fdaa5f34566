const PREFIX = 'STELLA-'

/**
 * Our mark on the mutation of an invoice (Boekstuk, at most 50 characters). It holds the whole id of the
 * invoice, so no other invoice of anybody has it.
 */
export function referenceOf(invoiceId: string): string {
  return `${PREFIX}${invoiceId.replaceAll('-', '').toUpperCase()}`
}

/** Whether a mark is one of Stella's, of whichever invoice. */
export function isReference(document: string): boolean {
  return document.startsWith(PREFIX)
}
