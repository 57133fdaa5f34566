import { draftDeleted, draftLeft, planRelation } from '@stella/bookkeeping'
import {
  announceActivities,
  DatabaseError,
  deleteDraft,
  finalizeInvoice,
  findInvoice,
  inOrganization,
  listVatRates,
  saveDraft,
  type Transaction,
  updateDraft,
} from '@stella/database'
import { validateDraft } from '@stella/invoicing'
import type { FastifyRequest } from 'fastify'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { hasConfirmedEmail, nameOfCaller, organizationOf } from '../http/authorization.ts'
import { valid } from '../http/domain-problems.ts'
import { languageOf } from '../http/language.ts'
import { wishMessage } from '../messages/wish.ts'
import { withAgreedTerm } from './agreed-term.ts'
import * as contract from './contract.ts'
import { copyInvoice } from './copy-invoice.ts'
import { creditRoutes } from './credit-routes.ts'
import { refuseDistanceSale } from './distance-sales.ts'
import { type DocumentContext, documentRoutes } from './document-routes.ts'
import { settleFinal } from './finalized.ts'
import { invoiceListRoutes } from './list-routes.ts'
import { pagesRoutes } from './pages-routes.ts'
import { presentInvoice } from './present.ts'
import { previewRoutes } from './preview-routes.ts'
import { printRoutes } from './print-routes.ts'
import { selectionRoutes } from './selection-routes.ts'

export function invoiceRoutes(app: App, context: DocumentContext): void {
  const { bookkeeping, databases, now } = context
  const inOwn = <Result>(request: FastifyRequest, work: (tx: Transaction) => Promise<Result>) =>
    inOrganization(databases.app, organizationOf(request).id, work)

  invoiceListRoutes(app, context)

  app.post('/api/invoices', contract.createInvoice, async (request, reply) => {
    const invoice = await inOwn(request, async (tx) => {
      const input = await withAgreedTerm(tx, request.body)
      const content = valid(validateDraft(input, await listVatRates(tx)))
      const draft = await saveDraft(tx, content).catch(atItsField)
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
    const { revision, ...body } = request.body
    const invoice = await inOwn(request, async (tx) => {
      const input = await withAgreedTerm(tx, body)
      const content = valid(validateDraft(input, await listVatRates(tx)))
      const change = { id: request.params.id, revision, content }
      const draft = await updateDraft(tx, change).catch(atItsField)
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
      await refuseDistanceSale(tx, final, request.body?.notDistanceSale ?? false)
      await settleFinal(tx, request, { final, at })
      const given = request.body?.message
      if (given != null) {
        const wish = {
          organizationId: organization.id,
          invoice: final,
          given,
          by: nameOfCaller(request),
          isConfirmed: hasConfirmedEmail(request),
          at,
        }
        await wishMessage(tx, context, wish).catch(atItsMessage)
      }
      return presentInvoice(tx, final, languageOf(request))
    })
    void announceActivities(databases.app, organization.id)
    bookkeeping.wake()
    context.mailing.wake()
    return reply.code(201).send(invoice)
  })

  app.post('/api/invoices/:id/copies', contract.copyInvoice, async (request, reply) => {
    const draft = await inOwn(request, async (tx) =>
      presentInvoice(tx, await copyInvoice(tx, request.params.id, now()), languageOf(request)),
    )
    bookkeeping.wake()
    return reply.code(201).send(draft)
  })

  creditRoutes(app, context)
  pagesRoutes(app, context)
  previewRoutes(app, context)
  documentRoutes(app, context)
  printRoutes(app, context)
  selectionRoutes(app, context)
}

/** What is named but not there is a mistake in a field of the body; only the invoice itself can be «not found». */
function atItsField(error: unknown): never {
  if (error instanceof DatabaseError && error.code === 'customer_archived') {
    throw new ApiError('invalid_fields', { fields: [{ path: 'customerId', code: 'customer_archived' }] })
  }
  const subject = error instanceof DatabaseError && error.code === 'not_found' && error.parameters.subject
  const field = subject === 'customer' || subject === 'series' ? unknownFields[subject] : null
  if (field === null) throw error
  throw new ApiError('invalid_fields', { fields: [field] })
}

/** What is wrong with the mail that comes with it stands below `message`. */
function atItsMessage(error: unknown): never {
  if (!(error instanceof ApiError) || error.code !== 'invalid_fields') throw error
  const fields = error.fields.map((field) => ({ ...field, path: `message.${field.path}` }))
  throw new ApiError('invalid_fields', { fields })
}

const unknownFields = {
  customer: { path: 'customerId', code: 'customer_unknown' },
  series: { path: 'seriesId', code: 'series_unknown' },
}
