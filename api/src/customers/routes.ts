import { customerChanged } from '@stella/bookkeeping'
import {
  findCustomer,
  findProfile,
  inOrganization,
  listCustomers,
  saveCustomer,
  updateCustomer,
} from '@stella/database'
import { suggestVatTreatment, validateCustomer } from '@stella/invoicing'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { valid } from '../http/domain-problems.ts'
import { languageOf } from '../http/language.ts'
import { relationStatus } from '../relations/present.ts'
import * as contract from './contract.ts'
import { presentCustomer } from './present.ts'

export function customerRoutes(app: App, { bookkeeping, databases, now, pages }: Context): void {
  app.get('/api/customers', contract.listCustomers, async (request) => {
    const { id } = organizationOf(request)
    return pages.read(
      { list: 'customers', owner: id },
      request.query,
      (query) => inOrganization(databases.app, id, (tx) => listCustomers(tx, query)),
      presentCustomer,
    )
  })

  app.post('/api/customers', contract.createCustomer, async (request, reply) => {
    const content = valid(validateCustomer(request.body))
    const customer = await inOrganization(databases.app, organizationOf(request).id, (tx) =>
      saveCustomer(tx, content),
    )
    return reply.code(201).send(presentCustomer(customer))
  })

  app.get('/api/customers/:id', contract.getCustomer, async (request) =>
    inOrganization(databases.app, organizationOf(request).id, async (tx) => {
      const customer = await findCustomer(tx, request.params.id)
      if (customer === undefined) throw new ApiError('not_found')
      return {
        ...presentCustomer(customer),
        relation: await relationStatus(tx, customer.id, languageOf(request)),
        suggestedVatTreatment: suggestVatTreatment(customer, (await findProfile(tx)).vatScheme),
      }
    }),
  )

  app.put('/api/customers/:id', contract.updateCustomer, async (request) => {
    const { revision, ...input } = request.body
    const content = valid(validateCustomer(input))
    const customer = await inOrganization(databases.app, organizationOf(request).id, async (tx) => {
      const changed = await updateCustomer(tx, { id: request.params.id, revision, content })
      await customerChanged(tx, { customerId: changed.id, now: now() })
      return changed
    })
    bookkeeping.wake()
    return presentCustomer(customer)
  })
}
