import type { InvoiceDocument } from '../invoice-document.ts'
import { setInvoice, setPages } from '../pdf/set-invoice.ts'
import type { Report } from '../reports/report.ts'
import { setReport } from '../reports/set-report.ts'
import type { SetPages } from './first-pages.ts'

/** What a document can be set as. */
export type SetAs = { readonly pdf: Uint8Array; readonly pages: SetPages }

/** What a process is asked, and what it answers. */
export type Question =
  | { readonly document: InvoiceDocument; readonly as: keyof SetAs }
  | { readonly report: Report }
export type Answer =
  | { readonly set: SetAs[keyof SetAs]; readonly memory: number }
  | { readonly failure: string; readonly memory: number }

// It lives as long as who started it: when that ends, however it ends, so does this.
process.on('disconnect', () => process.exit(0))
process.on('message', (question: Question) => process.send?.(answer(question)))

function answer(question: Question): Answer {
  try {
    return { set: setAs(question), memory: process.memoryUsage.rss() }
  } catch (error) {
    return { failure: String(error), memory: process.memoryUsage.rss() }
  }
}

function setAs(question: Question): SetAs[keyof SetAs] {
  if ('report' in question) return setReport(question.report)
  return question.as === 'pdf' ? setInvoice(question.document) : setPages(question.document)
}
