import type { CustomerContent } from '@stella/invoicing'
import { searchable } from '../lists/search.ts'

/** Letters that do not fall apart in a letter and its accent, as people type them without. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** The text a customer is searched in, its name first; a name with letters of elsewhere stands in both its spellings. */
export function searchedIn(content: CustomerContent): string {
  const { contacts = [], postalAddress } = content
  const words = searchable(
    content.name,
    content.contactName,
    content.city,
    postalAddress?.city,
    content.email,
    ...contacts.flatMap(({ name, email }) => [name, email]),
  )
  const plain = inPlainLetters(words)
  const figures = [
    content.kvkNumber,
    content.vatNumber,
    content.oin,
    content.peppolId,
    figuresOf(content.phone ?? ''),
    ...contacts.map(({ phone }) => figuresOf(phone ?? '')),
  ]
  return searchable(words, plain === words ? null : plain, ...figures)
}

/**
 * What is searched for as a number, however it was typed: «12 34 56 78», «NL8123.40.975.B01», «+31 6 12345678». Null
 * where it is none: a number has four figures at least, and hardly a letter.
 */
export function figuresIn(search: string): string | null {
  const bare = figuresOf(search)
  const figures = bare.replaceAll(/[^0-9]/g, '').length
  return figures >= 4 && /^[a-z0-9]+$/.test(bare) && bare.length - figures <= 4 ? bare : null
}

/** Letters and figures alone, in lower case; a Dutch phone number without the code of the country. */
function figuresOf(text: string): string {
  return searchable(text)
    .replaceAll(/[\s.()/-]/g, '')
    .replace(/^(\+|00)31(?=\d{9}$)/, '0')
    .replace(/^\+/, '')
}

function inPlainLetters(text: string): string {
  return text.replaceAll(/[ßøæœłđðþı]/g, (letter) => plainLetters[letter] ?? letter)
}
