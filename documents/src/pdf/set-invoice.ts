import { type FinalInvoiceDocument, type InvoiceDocument, isFinal } from '../invoice-document.ts'
import { wordsOf } from '../languages/language.ts'
import type { SetPages } from '../typesetting/first-pages.ts'
import {
  type Attachment,
  type Job,
  type PdfStandard,
  typeset,
  typesetPages,
} from '../typesetting/typesetter.ts'
import { writeInvoiceUbl } from '../ubl/write-invoice-ubl.ts'
import { viewOf } from './invoice-view.ts'
import { setView } from './set-view.ts'

/**
 * Sets an invoice or credit note as PDF on A4, in the language of its customer. A final one is PDF/A-3a with its
 * UBL attached; a draft says so, has no number and asks for no payment. The same document gives the same bytes.
 *
 * A character that no font has shows as «�», so that the file keeps its promise; the UBL inside has it whole.
 *
 * It takes the calling thread and its memory; `openTypesetting` sets in processes of its own.
 *
 * @throws TypesettingError
 */
export function setInvoice(document: InvoiceDocument, standard?: PdfStandard): Uint8Array {
  return setWith(document, (job) => typeset(job, standard))
}

/** The same as pictures of its first pages, to look at on a screen. */
export function setPages(document: InvoiceDocument): SetPages {
  return setWith(document, typesetPages)
}

function setWith<Result>(document: InvoiceDocument, set: (job: Job) => Result): Result {
  const attachment = isFinal(document) ? attachmentOf(document) : null
  const view = viewOf(document)
  const { date } = view
  const logo = document.organization.logo ?? null
  return setView(view, (from) => set({ template: 'invoice', ...from, attachment, date, logo }))
}

function attachmentOf(document: FinalInvoiceDocument): Attachment {
  return {
    name: `factuur-${document.invoice.number.replaceAll(/[^\w.-]/g, '-')}.xml`,
    text: writeInvoiceUbl(document),
    description: wordsOf(document).attachment,
  }
}
