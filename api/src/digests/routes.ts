import { changeDigestWish, findDigestWish, inOrganization, type Transaction } from '@stella/database'
import type { FastifyRequest } from 'fastify'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { organizationOf, personOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { changeDigestWish as changeWish, getDigestWish } from './contract.ts'

export function digestRoutes(app: App, { databases }: Context): void {
  const inOwn = <Result>(request: FastifyRequest, work: (tx: Transaction) => Promise<Result>) =>
    inOrganization(databases.accounts, organizationOf(request).id, work)

  app.get('/api/digest', getDigestWish, async (request) => {
    const wanted = await inOwn(request, (tx) => findDigestWish(tx, memberOf(request)))
    if (wanted === null) throw new ApiError('no_organization')
    return { wanted }
  })
  app.put('/api/digest', changeWish, async (request) => {
    const { wanted } = request.body
    if (!(await inOwn(request, (tx) => changeDigestWish(tx, memberOf(request), wanted))))
      throw new ApiError('no_organization')
    return { wanted }
  })
}

/** @throws ApiError no_organization where the person works for none, as support may */
function memberOf(request: FastifyRequest): { organizationId: string; userId: string } {
  return { organizationId: organizationOf(request).id, userId: personOf(request).user.id }
}
