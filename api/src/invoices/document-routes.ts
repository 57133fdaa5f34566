import { findInvoice, findLogo, inOrganization } from '@stella/database'
import { fileNameOf, shownOf, type Typesetting, TypesettingBusy, writeInvoiceUbl } from '@stella/documents'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { getInvoicePdf, getInvoiceUbl } from './contract.ts'

/** Documents are set in processes of their own; the API starts and ends them. */
export type DocumentContext = Context & { typesetting: Typesetting }

export function documentRoutes(app: App, { databases, typesetting }: DocumentContext): void {
  const find = (request: FastifyRequest, id: string) =>
    inOrganization(databases.app, organizationOf(request).id, async (tx) => {
      const invoice = await findInvoice(tx, id)
      if (invoice === undefined) throw new ApiError('not_found')
      if (invoice.origin !== null) throw new ApiError('made_elsewhere')
      return { invoice, logo: await findLogo(tx, invoice.sender.logoId) }
    })

  app.get('/api/invoices/:id/pdf', getInvoicePdf, async (request, reply) => {
    const { invoice, logo } = await find(request, request.params.id)
    const { customer, sender } = invoice
    const document = { invoice: shownOf(invoice), customer, organization: { ...sender, logo } }
    const pdf = await typesetting.renderInvoicePdf(document, organizationOf(request).id).catch(refuseWhenBusy)
    return sendFile(reply, 'application/pdf', fileNameOf(document, 'pdf'), pdf)
  })

  app.get('/api/invoices/:id/ubl', getInvoiceUbl, async (request, reply) => {
    const { invoice } = await find(request, request.params.id)
    if (invoice.state !== 'final') throw new ApiError('not_final')
    const { customer, sender: organization } = invoice
    const document = { invoice: shownOf(invoice), customer, organization }
    return sendFile(reply, 'application/xml', fileNameOf(document, 'xml'), writeInvoiceUbl(document))
  })
}

/** A document takes less than a second; who waits longer than that for a place asks again. */
const RETRY_AFTER_SECONDS = 5

export function refuseWhenBusy(error: unknown): never {
  if (!(error instanceof TypesettingBusy)) throw error
  const code = error.waiting === 'organization' ? 'documents_waiting' : 'documents_busy'
  throw new ApiError(code, { retryAfterSeconds: RETRY_AFTER_SECONDS })
}

/** Past the serializer of the schema, which is there for JSON. */
export function sendFile(
  reply: FastifyReply,
  type: string,
  name: string,
  content: Uint8Array | string,
): FastifyReply {
  return reply
    .code(200)
    .type(type)
    .header('content-disposition', `inline; filename="${name}"`)
    .serializer((body: unknown) => body as string)
    .send(typeof content === 'string' ? content : Buffer.from(content))
}
