import { findAlike, inOrganization } from '@stella/database'
import type { App } from '../http/app.ts'
import { organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import * as contract from './contract.ts'

/** What was meant where the lists find nothing. */
export function searchRoutes(app: App, { databases }: Context): void {
  app.get('/api/search/alike', contract.findAlike, async (request) => {
    const { limit, search } = request.query
    const { customers, products } = await inOrganization(databases.app, organizationOf(request).id, (tx) =>
      findAlike(tx, search, limit),
    )
    return {
      customers: customers.map(({ city, id, name }) => ({ id, name, city })),
      products: products.map(({ code, description, id, unitPrice }) => ({
        id,
        code,
        description,
        unitPrice,
      })),
    }
  })
}
