import { inOrganization } from '@stella/database'
import type { Authentication } from '../accounts/authentication.ts'
import { auditOf } from '../audit/record.ts'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { organizationOf, personOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import * as contract from './contract.ts'
import { presentApiKey } from './present.ts'
import { createApiKeyIn, deleteApiKey, listApiKeys } from './store.ts'

export type ApiKeyContext = Context & { authentication: Authentication }

export function apiKeyRoutes(app: App, { authentication, callers, databases, now }: ApiKeyContext): void {
  app.get('/api/api-keys', contract.listApiKeys, async (request) => {
    const { id } = organizationOf(request)
    const keys = await inOrganization(databases.accounts, id, (tx) => listApiKeys(tx, id))
    return { items: keys.map((key) => presentApiKey(key, now())) }
  })

  app.post('/api/api-keys', contract.createApiKey, async (request, reply) => {
    const wish = {
      ...request.body,
      organizationId: organizationOf(request).id,
      userId: personOf(request).user.id,
    }
    const made = await createApiKeyIn(authentication, databases.accounts, wish)
    const { expiresAt, name, scope } = made
    await inOrganization(databases.accounts, organizationOf(request).id, (tx) =>
      auditOf(tx, request, { action: 'key_made', subject: name, after: { scope, expiresAt } }),
    )
    return reply.code(201).send({ ...presentApiKey(made, now()), key: made.key })
  })

  app.delete('/api/api-keys/:id', contract.deleteApiKey, async (request, reply) => {
    const { id } = request.params
    await inOrganization(databases.accounts, organizationOf(request).id, async (tx) => {
      const withdrawn = await deleteApiKey(tx, organizationOf(request).id, id)
      if (withdrawn === null) throw new ApiError('not_found')
      const { name, scope } = withdrawn
      await auditOf(tx, request, { action: 'key_withdrawn', subject: name, before: { scope } })
    })
    callers.forgetProgram(id)
    return reply.code(204).send()
  })
}
