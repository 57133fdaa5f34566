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

/** The invoice whose mark it is; null where it is no mark of Stella's. */
export function invoiceOf(reference: string): string | null {
  const [, ...parts] = /^STELLA-(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(reference) ?? []
  const id = parts.join('-').toLowerCase()
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : null
}
