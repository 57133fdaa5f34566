import { draftDeleted, draftLeft, planBooking, planRelation } from '@stella/bookkeeping'
import {
  announceActivities,
  DatabaseError,
  deleteDraft,
  finalizeInvoice,
  findInvoice,
  inOrganization,
  listInvoices,
  listVatRates,
  recordActivity,
  type StoredFinal,
  saveDraft,
  type Transaction,
  updateDraft,
} from '@stella/database'
import { formatAmount, validateDraft } from '@stella/invoicing'
import type { FastifyRequest } from 'fastify'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { organizationOf } from '../http/authorization.ts'
import { valid } from '../http/domain-problems.ts'
import { languageOf } from '../http/language.ts'
import * as contract from './contract.ts'
import { unprintable } from './document-checks.ts'
import { type DocumentContext, documentRoutes } from './document-routes.ts'
import { presentInvoice, presentInvoiceSummary } from './present.ts'
import { previewRoutes } from './preview-routes.ts'

export function invoiceRoutes(app: App, context: DocumentContext): void {
  const { bookkeeping, databases, now, pages } = context
  const inOwn = <Result>(request: FastifyRequest, work: (tx: Transaction) => Promise<Result>) =>
    inOrganization(databases.app, organizationOf(request).id, work)

  app.get('/api/invoices', contract.listInvoices, async (request) => {
    return pages.read(
      { list: 'invoices', owner: organizationOf(request).id },
      request.query,
      (query) => inOwn(request, (tx) => listInvoices(tx, query)),
      presentInvoiceSummary,
    )
  })

  app.post('/api/invoices', contract.createInvoice, async (request, reply) => {
    const invoice = await inOwn(request, async (tx) => {
      const content = valid(validateDraft(request.body, await listVatRates(tx)))
      const draft = await saveDraft(tx, content).catch(unknownCustomer)
      await planRelation(tx, { customerId: draft.customerId, now: now() })
      return presentInvoice(tx, draft, languageOf(request))
    })
    bookkeeping.wake()
    return reply.code(201).send(invoice)
  })

  app.get('/api/invoices/:id', contract.getInvoice, async (request) =>
    inOwn(request, async (tx) => {
      const invoice = await findInvoice(tx, request.params.id)
      if (invoice === undefined) throw new ApiError('not_found')
      return presentInvoice(tx, invoice, languageOf(request))
    }),
  )

  app.put('/api/invoices/:id', contract.updateInvoice, async (request) => {
    const { revision, ...input } = request.body
    const invoice = await inOwn(request, async (tx) => {
      const content = valid(validateDraft(input, await listVatRates(tx)))
      const change = { id: request.params.id, revision, content }
      const draft = await updateDraft(tx, change).catch(unknownCustomer)
      await planRelation(tx, { customerId: draft.customerId, now: now() })
      return presentInvoice(tx, draft, languageOf(request))
    })
    bookkeeping.wake()
    return invoice
  })

  app.delete('/api/invoices/:id', contract.deleteInvoice, async (request, reply) => {
    await inOwn(request, async (tx) => {
      await deleteDraft(tx, { id: request.params.id })
      await draftDeleted(tx)
    })
    return reply.code(204).send()
  })

  app.post('/api/invoices/:id/leaving', contract.leaveDraft, async (request, reply) => {
    await inOwn(request, async (tx) => {
      const invoice = await findInvoice(tx, request.params.id)
      if (invoice === undefined) throw new ApiError('not_found')
      await draftLeft(tx, { customerId: invoice.customerId, now: now() })
    })
    bookkeeping.wake()
    return reply.code(204).send()
  })

  app.post('/api/invoices/:id/finalization', contract.finalizeInvoice, async (request, reply) => {
    const organization = organizationOf(request)
    const invoice = await inOwn(request, async (tx) => {
      const at = now()
      const final = await finalizeInvoice(tx, {
        invoiceId: request.params.id,
        revision: request.body?.revision,
        at,
      })
      const fields = unprintable({ ...final, organization: final.sender, invoice: final })
      if (fields.length > 0) throw new ApiError('invalid_fields', { fields })
      const planned = await planBooking(tx, { invoice: final, now: at })
      if (planned === 'not_connected') await recordUnbooked(tx, final, at)
      return presentInvoice(tx, final, languageOf(request))
    })
    void announceActivities(databases.app, organization.id)
    bookkeeping.wake()
    return reply.code(201).send(invoice)
  })

  previewRoutes(app, context)
  documentRoutes(app, context)
}

/** Without a connection nobody else will write in the log what became of this invoice. */
async function recordUnbooked(tx: Transaction, invoice: StoredFinal, at: Date): Promise<void> {
  await recordActivity(tx, {
    kind: 'invoice_not_connected',
    subjectId: invoice.id,
    parameters: {
      number: invoice.number,
      customer: invoice.customer.name,
      amount: formatAmount(invoice.totals.gross),
    },
    at,
  })
}

/** A customer that is not there is a mistake in a field of the body; only the invoice itself can be «not found». */
function unknownCustomer(error: unknown): never {
  if (
    error instanceof DatabaseError &&
    error.code === 'not_found' &&
    error.parameters.subject === 'customer'
  ) {
    throw new ApiError('invalid_fields', { fields: [{ path: 'customerId', code: 'customer_unknown' }] })
  }
  throw error
}
