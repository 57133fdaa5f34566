import type { CustomerContent } from '@stella/invoicing'

type Contact = NonNullable<CustomerContent['contacts']>[number]

/** Stands behind whoever receives invoices, in a file of either language. */
const receives = '€'

/**
 * People at a customer in one cell, one a line: «Ilse de Boer | ilse@kroon.example | 06 12345678 | €». A bar that
 * belongs to a text has a backslash before it, and so has a backslash.
 */
export function contactsCell(contacts: readonly Contact[]): string {
  return contacts
    .map(({ email, name, phone, receivesInvoices }) =>
      [name ?? '', email ?? '', phone ?? '', receivesInvoices ? receives : '']
        .map((part) => part.replaceAll(/[\\|]/g, (mark) => `\\${mark}`))
        .join(' | ')
        .trimEnd(),
    )
    .join('\n')
}

/** The people that stand in such a cell; a line without bars is a name, or an address when it has an at sign. */
export function readContactsCell(cell: string): Contact[] {
  return cell
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const parts = partsOf(line)
      const [first = '', email = '', phone = '', mark = ''] = parts
      const isAddress = parts.length === 1 && first.includes('@')
      return {
        name: isAddress ? null : first || null,
        email: (isAddress ? first : email) || null,
        phone: phone || null,
        receivesInvoices: mark === receives,
      }
    })
}

function partsOf(line: string): string[] {
  const parts = ['']
  for (const [piece = ''] of line.matchAll(/\\.|\||[^\\|]+|\\/gs)) {
    if (piece === '|') parts.push('')
    else parts.push(`${parts.pop() ?? ''}${piece.length === 2 && piece.startsWith('\\') ? piece[1] : piece}`)
  }
  return parts.map((part) => part.trim())
}
