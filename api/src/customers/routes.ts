import { customerChanged } from '@stella/bookkeeping'
import {
  announceActivities,
  archiveCustomer,
  customerFigures,
  deleteCustomer,
  findCustomer,
  findProfile,
  inOrganization,
  listCustomers,
  listCustomersWithFigures,
  recordActivity,
  saveCustomer,
  updateCustomer,
} from '@stella/database'
import { invoiceRecipients, suggestVatTreatment, validateCustomer } from '@stella/invoicing'
import { textsIn } from '@stella/texts'
import { allPages, customerColumns } from '@stella/transfer'
import { recordExport } from '../activities/record.ts'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { nameOfCaller, organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { valid } from '../http/domain-problems.ts'
import { languageOf } from '../http/language.ts'
import { sendList } from '../http/list-file.ts'
import { relationStatus } from '../relations/present.ts'
import * as contract from './contract.ts'
import { erasureRoutes } from './erasure-routes.ts'
import { mergeRoutes } from './merge-routes.ts'
import { presentCustomer, presentCustomerInList, presentFigures } from './present.ts'

export function customerRoutes(app: App, context: Context): void {
  const { bookkeeping, databases, now, pages } = context
  app.get('/api/customers', contract.listCustomers, async (request) => {
    const { id } = organizationOf(request)
    return pages.read(
      { list: 'customers', owner: id },
      request.query,
      (query) => inOrganization(databases.app, id, (tx) => listCustomersWithFigures(tx, query)),
      presentCustomerInList,
    )
  })

  app.get('/api/customers/csv', contract.getCustomersCsv, async (request, reply) => {
    const { id } = organizationOf(request)
    await recordExport({ databases, now }, request, 'customers')
    const { archived, search, language = languageOf(request) } = request.query
    const rows = allPages((page) =>
      inOrganization(databases.app, id, (tx) => listCustomers(tx, { archived, search, ...page })),
    )
    const name = `${textsIn(language).csv.customers.file}-${now().toISOString().slice(0, 10)}`
    return sendList(reply, {
      name,
      language,
      format: request.query.format,
      columns: customerColumns(language),
      rows,
    })
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
        invoiceRecipients: invoiceRecipients(customer),
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

  app.put('/api/customers/:id/archived', contract.archiveCustomer, async (request) => {
    const organization = organizationOf(request)
    const { archived } = request.body
    const by = nameOfCaller(request)
    const customer = await inOrganization(databases.app, organization.id, async (tx) => {
      const { changed, customer } = await archiveCustomer(tx, { id: request.params.id, archived })
      if (changed) {
        await recordActivity(tx, {
          kind: archived ? 'customer_archived' : 'customer_restored',
          subjectId: customer.id,
          at: now(),
          parameters: { customer: customer.name, by },
        })
      }
      return customer
    })
    void announceActivities(databases.app, organization.id)
    return presentCustomer(customer)
  })

  app.delete('/api/customers/:id', contract.deleteCustomer, async (request, reply) => {
    await inOrganization(databases.app, organizationOf(request).id, (tx) =>
      deleteCustomer(tx, request.params.id),
    )
    return reply.code(204).send()
  })

  app.get('/api/customers/:id/figures', contract.getCustomerFigures, async (request) =>
    inOrganization(databases.app, organizationOf(request).id, async (tx) => {
      if ((await findCustomer(tx, request.params.id)) === undefined) throw new ApiError('not_found')
      return presentFigures(await customerFigures(tx, request.params.id))
    }),
  )

  erasureRoutes(app, context)
  mergeRoutes(app, context)
}
