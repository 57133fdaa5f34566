import type { DocumentLanguage } from '@stella/invoicing'
import type { InvoiceDocument } from '../invoice-document.ts'
import { dutch } from './dutch.ts'
import { english } from './english.ts'
import { german } from './german.ts'
import type { Words } from './words.ts'

const languages: Readonly<Record<DocumentLanguage, Words>> = { nl: dutch, en: english, de: german }

/** The language of the customer; Dutch where none was chosen. */
export function languageOf({ customer }: InvoiceDocument): DocumentLanguage {
  return customer.language ?? 'nl'
}

/** The words of a document, in the language of its customer. */
export function wordsOf(document: InvoiceDocument): Words {
  return languages[languageOf(document)]
}
