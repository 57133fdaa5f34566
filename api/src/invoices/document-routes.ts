import { findInvoice, inOrganization, type StoredInvoice } from '@stella/database'
import { type Typesetting, TypesettingBusy, writeInvoiceUbl } from '@stella/documents'
import { dueDate } from '@stella/invoicing'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { getInvoicePdf, getInvoiceUbl } from './contract.ts'

/** Documents are set in processes of their own; the API starts and ends them. */
export type DocumentContext = Context & { typesetting: Typesetting }

export function documentRoutes(app: App, { databases, typesetting }: DocumentContext): void {
  const find = async (request: FastifyRequest, id: string): Promise<StoredInvoice> => {
    const invoice = await inOrganization(databases.app, organizationOf(request).id, (tx) =>
      findInvoice(tx, id),
    )
    if (invoice === undefined) throw new ApiError('not_found')
    return invoice
  }

  app.get('/api/invoices/:id/pdf', getInvoicePdf, async (request, reply) => {
    const invoice = await find(request, request.params.id)
    const { customer, sender: organization } = invoice
    const pdf = await typesetting
      .renderInvoicePdf({ invoice: shownOf(invoice), customer, organization }, organizationOf(request).id)
      .catch(refuseWhenBusy)
    return sendFile(reply, 'application/pdf', `${nameOf(invoice)}.pdf`, pdf)
  })

  app.get('/api/invoices/:id/ubl', getInvoiceUbl, async (request, reply) => {
    const invoice = await find(request, request.params.id)
    if (invoice.state !== 'final') throw new ApiError('not_final')
    const { customer, sender: organization } = invoice
    const ubl = writeInvoiceUbl({ invoice: shownOf(invoice), customer, organization })
    return sendFile(reply, 'application/xml', `${nameOf(invoice)}.xml`, ubl)
  })
}

/** A document takes less than a second; who waits longer than that for a place asks again. */
const RETRY_AFTER_SECONDS = 5

function refuseWhenBusy(error: unknown): never {
  if (!(error instanceof TypesettingBusy)) throw error
  const code = error.waiting === 'organization' ? 'documents_waiting' : 'documents_busy'
  throw new ApiError(code, { retryAfterSeconds: RETRY_AFTER_SECONDS })
}

function nameOf(invoice: StoredInvoice): string {
  if (invoice.state === 'draft') return 'conceptfactuur'
  return `${invoice.credits === null ? 'factuur' : 'creditfactuur'}-${invoice.number.replaceAll('/', '-')}`
}

/** An invoice as documents show it: a credit note says which invoice it takes back. */
export function shownOf<Shown extends StoredInvoice>(invoice: Shown) {
  if (invoice.state === 'draft' || invoice.credits === null) return invoice
  const { number, invoiceDate, gross } = invoice.credits
  const creditedInvoice = { number, invoiceDate, gross, dueDate: dueDate(invoice.credits), remaining: null }
  return { ...invoice, kind: 'credit_note' as const, creditedInvoice }
}

/** Past the serializer of the schema, which is there for JSON. */
function sendFile(
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
