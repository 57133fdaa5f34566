import { inOrganization, listVatRates } from '@stella/database'
import type { App } from '../http/app.ts'
import { organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import * as contract from './contract.ts'

export function vatRoutes(app: App, { databases }: Context): void {
  app.get('/api/vat-rates', contract.listVatRates, async (request) => ({
    rates: await inOrganization(databases.app, organizationOf(request).id, listVatRates),
  }))
}
