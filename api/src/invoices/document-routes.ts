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
  const find = (request: FastifyRequest, id: string) =>
    inOrganization(context.databases.app, organizationOf(request).id, async (tx) => {
      const invoice = await findInvoice(tx, id)
      if (invoice === undefined) throw new ApiError('not_found')
      if (invoice.origin !== null) throw new ApiError('made_elsewhere')
      return invoice
    })

  app.get('/api/invoices/:id/pdf', getInvoicePdf, async (request, reply) => {
    const invoice = await find(request, request.params.id)
    const { customer, sender: organization } = invoice
    const pdf = await invoicePdf(context, organizationOf(request).id, invoice)
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
 * The PDF of an invoice: of a final one as it is kept; of a draft, which is another after each change, made anew.
 *
 * @throws ApiError `documents_waiting`, `documents_busy` where it cannot be made now
 */
export async function invoicePdf(
  context: Pick<DocumentContext, 'databases' | 'typesetting'>,
  organizationId: string,
  invoice: StoredInvoice,
): Promise<Uint8Array> {
  const { customer, sender } = invoice
  if (invoice.state !== 'draft') return finalPdf(context, organizationId, invoice, customer.language ?? 'nl')
  const { databases, typesetting } = context
  const logo = await inOrganization(databases.app, organizationId, (tx) => findLogo(tx, sender.logoId))
  const document = { invoice: shownOf(invoice), customer, organization: { ...sender, logo } }
  return typesetting.renderInvoicePdf(document, organizationId).catch(refuseWhenBusy)
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
