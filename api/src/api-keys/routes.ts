import type { z } from 'zod'
import { ApiError } from '../http/api-error.ts'
import { organizationOf } from '../http/authorization.ts'
import type { App, Context } from '../http/context.ts'
import * as contract from './contract.ts'
import { type ApiKey, createApiKeyIn, deleteApiKey, listApiKeys } from './store.ts'

export function apiKeyRoutes(app: App, { authentication, callers, databases }: Context): void {
  app.get('/api/api-keys', contract.listApiKeys, async (request) => {
    const keys = await listApiKeys(databases.accounts, organizationOf(request).id)
    return { items: keys.map(answer) }
  })

  app.post('/api/api-keys', contract.createApiKey, async (request, reply) => {
    const { id } = organizationOf(request)
    const made = await createApiKeyIn(authentication, databases.accounts, id, request.body.name)
    return reply.code(201).send({ ...answer(made), key: made.key })
  })

  app.delete('/api/api-keys/:id', contract.deleteApiKey, async (request, reply) => {
    const { id } = request.params
    if (!(await deleteApiKey(databases.accounts, organizationOf(request).id, id)))
      throw new ApiError('not_found')
    callers.forgetProgram(id)
    return reply.code(204).send()
  })
}

function answer({ id, name, start, createdAt, lastUsedAt }: ApiKey): z.infer<typeof contract.ApiKey> {
  return {
    id,
    name,
    start,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }
}
