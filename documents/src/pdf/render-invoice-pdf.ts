import { setImmediate as nextTurn } from 'node:timers/promises'
import type { FinalInvoiceDocument, InvoiceDocument } from '../invoice-document.ts'
import { writeInvoiceUbl } from '../ubl/write-invoice-ubl.ts'
import { type Attachment, viewOf } from './invoice-view.ts'
import { typeset } from './typesetter.ts'

/**
 * Renders an invoice as PDF on A4, in Dutch. A final invoice is PDF/A-3b with its UBL attached; a draft has
 * «Concept» across the page and no number. The same invoice gives the same bytes.
 *
 * It takes some milliseconds of the calling thread.
 *
 * @throws TypesettingError
 */
export async function renderInvoicePdf(document: InvoiceDocument): Promise<Uint8Array> {
  // What the typesetter held for earlier invoices is given back only between turns of the event loop. Without
  // this, a loop over thousands of invoices would keep half a megabyte of each.
  await nextTurn()
  return typeset(viewOf(document, isFinal(document) ? attachmentOf(document) : null))
}

function isFinal(document: InvoiceDocument): document is FinalInvoiceDocument {
  return document.invoice.state === 'final' && document.invoice.number !== null
}

function attachmentOf(document: FinalInvoiceDocument): Attachment {
  return {
    name: `factuur-${document.invoice.number.replaceAll(/[^\w.-]/g, '-')}.xml`,
    text: writeInvoiceUbl(document),
    description: 'De factuur als UBL 2.1 (NLCIUS)',
  }
}
