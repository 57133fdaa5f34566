import { findInvoice, inOrganization } from '@stella/database'
import { joinPdfs } from '@stella/documents'
import { textsIn } from '@stella/texts'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { organizationOf } from '../http/authorization.ts'
import { languageOf } from '../http/language.ts'
import { printInvoices } from './contract.ts'
import { type DocumentContext, invoicePdf, sendFile, waitFor } from './document-routes.ts'

/** Several invoices as one PDF. */
export function printRoutes(app: App, context: DocumentContext): void {
  /** Organizations for which one is being made: another would only take its turns, and its memory. */
  const busy = new Set<string>()

  app.post('/api/invoices/print', printInvoices, async (request, reply) => {
    const organizationId = organizationOf(request).id
    const title = textsIn(languageOf(request)).screens.invoices.printed
    if (busy.has(organizationId)) throw waitFor('documents_waiting')
    busy.add(organizationId)
    try {
      const joined = await joinPdfs({ title })
      for (const [at, id] of [...new Set(request.body.ids)].entries()) {
        // Nobody waits for it any more.
        if (reply.raw.destroyed) break
        await joined.add(await pdfOf(organizationId, id, `ids.${at}`))
      }
      return sendFile(reply, 'application/pdf', `${title.toLowerCase()}.pdf`, await joined.finish())
    } finally {
      busy.delete(organizationId)
    }
  })

  const pdfOf = async (organizationId: string, id: string, path: string): Promise<Uint8Array> => {
    const invoice = await inOrganization(context.databases.app, organizationId, (tx) => findInvoice(tx, id))
    // What another program made has its paper there.
    if (invoice === undefined || invoice.origin !== null)
      throw new ApiError('invalid_fields', { fields: [{ path, code: 'choice_unknown' }] })
    return invoicePdf(context, organizationId, invoice)
  }
}
