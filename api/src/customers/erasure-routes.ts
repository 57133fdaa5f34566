import { customerChanged, draftDeleted } from '@stella/bookkeeping'
import {
  announceActivities,
  deleteDraft,
  forgetCustomer,
  inOrganization,
  type KnownOfCustomer,
  knownOfCustomer,
} from '@stella/database'
import { type Forgetting, forgettingOf, keptUntil } from '@stella/invoicing'
import { auditOf } from '../audit/record.ts'
import type { App } from '../http/app.ts'
import { organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import * as contract from './erasure-contract.ts'

/** A customer who asks to be forgotten. */
export function erasureRoutes(app: App, { bookkeeping, databases, now }: Context): void {
  app.get('/api/customers/:id/erasure', contract.previewErasure, async (request) =>
    inOrganization(databases.app, organizationOf(request).id, async (tx) => {
      const known = await knownOfCustomer(tx, request.params.id)
      return present(forgettingOf(known), known)
    }),
  )

  app.post('/api/customers/:id/erasure', contract.eraseCustomer, async (request) => {
    const { id } = organizationOf(request)
    const { id: customerId } = request.params
    const erased = await inOrganization(databases.app, id, async (tx) => {
      const known = await knownOfCustomer(tx, customerId)
      for (const draft of known.drafts) await deleteDraft(tx, { id: draft })
      await draftDeleted(tx)
      const forgetting = await forgetCustomer(tx, customerId, { known, at: now() })
      if (forgetting === 'kept') await customerChanged(tx, { customerId, now: now() })
      await auditOf(tx, request, { action: 'customer_forgotten', subject: customerId })
      return present(forgetting, known)
    })
    void announceActivities(databases.app, id)
    bookkeeping.wake()
    return erased
  })
}

function present(outcome: Forgetting, { drafts, finalInvoices, ...last }: KnownOfCustomer) {
  return { outcome, drafts: drafts.length, finalInvoices, keptUntil: keptUntil(last) }
}
