import type { InvoiceDocument } from '../invoice-document.ts'
import { setInvoice } from '../pdf/set-invoice.ts'

/** What a process is asked, and what it answers. */
export type Question = { readonly document: InvoiceDocument }
export type Answer =
  | { readonly pdf: Uint8Array; readonly memory: number }
  | { readonly failure: string; readonly memory: number }

// It lives as long as who started it: when that ends, however it ends, so does this.
process.on('disconnect', () => process.exit(0))
process.on('message', (question: Question) => process.send?.(answer(question)))

function answer({ document }: Question): Answer {
  try {
    const pdf = setInvoice(document)
    return { pdf, memory: process.memoryUsage.rss() }
  } catch (error) {
    return { failure: String(error), memory: process.memoryUsage.rss() }
  }
}
