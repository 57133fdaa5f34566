import {
  addressOfLink,
  announceActivities,
  ensureShareLink,
  findCustomer,
  findInvoice,
  findShareLinkOf,
  inOrganization,
  recordActivity,
  revokeShareLink,
  type ShareLink,
  type Transaction,
} from '@stella/database'
import { usualMessageLanguage } from '@stella/invoicing'
import type { FastifyRequest } from 'fastify'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { nameOfCaller, organizationOf } from '../http/authorization.ts'
import type { DocumentContext } from '../invoices/document-routes.ts'
import * as contract from './contract.ts'
import { customerPageRoutes } from './page-routes.ts'

/** Links by which customers see their invoice, and what stands behind them. */
export function shareLinkRoutes(app: App, context: DocumentContext): void {
  const { addresses, databases, now } = context
  const inOwn = <Result>(request: FastifyRequest, work: (tx: Transaction) => Promise<Result>) =>
    inOrganization(databases.app, organizationOf(request).id, work)
  const present = (link: ShareLink | null) => ({
    address: link === null ? null : addressOfLink(addresses, link),
    createdAt: link?.createdAt.toISOString() ?? null,
    firstOpenedAt: link?.firstOpenedAt?.toISOString() ?? null,
  })

  app.get('/api/invoices/:id/share-link', contract.getShareLink, async (request) =>
    inOwn(request, async (tx) => {
      await invoiceOf(tx, request.params.id)
      return present(await findShareLinkOf(tx, request.params.id))
    }),
  )

  app.post('/api/invoices/:id/share-link', contract.createShareLink, async (request) =>
    inOwn(request, async (tx) => {
      const { customerId, id: invoiceId, origin, state } = await invoiceOf(tx, request.params.id)
      if (state !== 'final') throw new ApiError('not_final')
      if (origin !== null) throw new ApiError('made_elsewhere')
      const customer = await findCustomer(tx, customerId)
      const language = customer?.language ?? usualMessageLanguage(customer?.country ?? null)
      return present(await ensureShareLink(tx, { invoiceId, language, key: addresses.key, at: now() }))
    }),
  )

  app.delete('/api/invoices/:id/share-link', contract.revokeShareLink, async (request, reply) => {
    await inOwn(request, async (tx) => {
      const invoice = await invoiceOf(tx, request.params.id)
      const link = await findShareLinkOf(tx, invoice.id)
      const at = now()
      if (link === null || !(await revokeShareLink(tx, link.id, at))) return
      await recordActivity(tx, {
        kind: 'share_link_revoked',
        subjectId: invoice.id,
        at,
        parameters: { number: invoice.number, customer: invoice.customer.name, by: nameOfCaller(request) },
      })
    })
    void announceActivities(databases.app, organizationOf(request).id)
    return reply.code(204).send()
  })

  customerPageRoutes(app, context)
}

async function invoiceOf(tx: Transaction, id: string) {
  const invoice = await findInvoice(tx, id)
  if (invoice === undefined) throw new ApiError('not_found')
  return invoice
}
