import type { DocumentAmounts } from '../amounts/document-amounts.ts'
import type { InvoiceDocument } from '../invoice-document.ts'
import type { Format } from '../languages/format.ts'
import type { Words } from '../languages/words.ts'

/** What every part of the view is made from. */
export type Wording = {
  readonly document: InvoiceDocument
  readonly words: Words
  readonly format: Format
  readonly amounts: DocumentAmounts
}

export type Fact = { readonly label: string; readonly value: string }
