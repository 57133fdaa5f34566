import {
  findInvoice,
  findLogo,
  inOrganization,
  keptPdf,
  type StoredFinal,
  type StoredInvoice,
  type Transaction,
} from '@stella/database'
import {
  fileNameOf,
  finalDocumentOf,
  shownOf,
  type Typesetting,
  TypesettingBusy,
  writeInvoiceUbl,
} from '@stella/documents'
import type { DocumentLanguage } from '@stella/invoicing'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { getInvoicePdf, getInvoiceUbl } from './contract.ts'

/** Documents are set in processes of their own; the API starts and ends them. */
export type DocumentContext = Context & { typesetting: Typesetting }

export function documentRoutes(app: App, context: DocumentContext): void {
  const { databases, typesetting } = context
  const inOwn = <Result>(request: FastifyRequest, work: (tx: Transaction) => Promise<Result>) =>
    inOrganization(databases.app, organizationOf(request).id, work)
  const find = (request: FastifyRequest, id: string) =>
    inOwn(request, async (tx) => {
      const invoice = await findInvoice(tx, id)
      if (invoice === undefined) throw new ApiError('not_found')
      if (invoice.origin !== null) throw new ApiError('made_elsewhere')
      return invoice
    })

  /** Of a draft, which is another after each change and is kept nowhere. */
  const draftPdf = async (request: FastifyRequest, invoice: StoredInvoice) => {
    const { customer, sender } = invoice
    const logo = await inOwn(request, (tx) => findLogo(tx, sender.logoId))
    const document = { invoice: shownOf(invoice), customer, organization: { ...sender, logo } }
    return typesetting.renderInvoicePdf(document, organizationOf(request).id).catch(refuseWhenBusy)
  }

  app.get('/api/invoices/:id/pdf', getInvoicePdf, async (request, reply) => {
    const invoice = await find(request, request.params.id)
    const { customer, sender: organization } = invoice
    const pdf =
      invoice.state === 'draft'
        ? await draftPdf(request, invoice)
        : await finalPdf(context, organizationOf(request).id, invoice, customer.language ?? 'nl')
    const name = fileNameOf({ invoice: shownOf(invoice), customer, organization }, 'pdf')
    return sendFile(reply, 'application/pdf', name, pdf)
  })

  app.get('/api/invoices/:id/ubl', getInvoiceUbl, async (request, reply) => {
    const invoice = await find(request, request.params.id)
    if (invoice.state !== 'final') throw new ApiError('not_final')
    const { customer, sender: organization } = invoice
    const document = { invoice: shownOf(invoice), customer, organization }
    return sendFile(reply, 'application/xml', fileNameOf(document, 'xml'), writeInvoiceUbl(document))
  })
}

/**
 * The PDF of a final invoice, the same bytes for ever.
 *
 * @throws ApiError `documents_waiting`, `documents_busy` where it was never made and cannot be made now
 */
export function finalPdf(
  { databases, typesetting }: Pick<DocumentContext, 'databases' | 'typesetting'>,
  organizationId: string,
  invoice: StoredFinal,
  language: DocumentLanguage,
): Promise<Uint8Array> {
  const run = <Result>(work: (tx: Transaction) => Promise<Result>) =>
    inOrganization(databases.app, organizationId, work)
  return keptPdf(run, { invoiceId: invoice.id, language }, async () => {
    const logo = await run((tx) => findLogo(tx, invoice.sender.logoId))
    const document = finalDocumentOf(invoice, language, logo)
    return typesetting.renderInvoicePdf(document, organizationId).catch(refuseWhenBusy)
  })
}

/** A document takes less than a second; who waits longer than that for a place asks again. */
const RETRY_AFTER_SECONDS = 5

export function refuseWhenBusy(error: unknown): never {
  if (!(error instanceof TypesettingBusy)) throw error
  throw waitFor(error.waiting === 'organization' ? 'documents_waiting' : 'documents_busy')
}

export function waitFor(code: 'documents_waiting' | 'documents_busy'): ApiError {
  return new ApiError(code, { retryAfterSeconds: RETRY_AFTER_SECONDS })
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
