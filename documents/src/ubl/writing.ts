import { type Cents, cents, formatAmount } from '@stella/invoicing'
import { type DocumentAmounts, documentAmounts } from '../amounts/document-amounts.ts'
import { type FinalInvoiceDocument, isCreditNote } from '../invoice-document.ts'
import { wordsOf } from '../languages/language.ts'
import type { Words } from '../languages/words.ts'
import { profileOf, type UblProfile } from './profile.ts'
import { type Element, leaf } from './xml.ts'

/** What every part of a document is written with. */
export type Writing = {
  readonly document: FinalInvoiceDocument
  readonly amounts: DocumentAmounts
  readonly profile: UblProfile
  readonly words: Words
  readonly isCreditNote: boolean
}

export function writingOf(document: FinalInvoiceDocument): Writing {
  return {
    document,
    amounts: documentAmounts(document),
    profile: profileOf(document),
    words: wordsOf(document),
    isCreditNote: isCreditNote(document),
  }
}

/** An amount of euros. What a credit note takes back is positive in it, so that its amounts change their sign. */
export function amount({ isCreditNote }: Writing, name: string, value: Cents): Element | null {
  return leaf(name, formatAmount(isCreditNote ? cents(-value) : value), { currencyID: 'EUR' })
}
