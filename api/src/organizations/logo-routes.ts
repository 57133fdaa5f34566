import {
  findLogo,
  findProfile,
  inOrganization,
  type StoredLogo,
  saveLogo,
  type Transaction,
} from '@stella/database'
import { readLogo } from '@stella/documents'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { changeLogo, deleteLogo, getLogo } from './contract.ts'

/** The picture that stands for the name of the organization on what its customers get. */
export function logoRoutes(app: App, { databases }: Context): void {
  const inOwn = <Result>(request: FastifyRequest, work: (tx: Transaction) => Promise<Result>) =>
    inOrganization(databases.app, organizationOf(request).id, work)
  const present = async (request: FastifyRequest, tx: Transaction) => ({
    id: organizationOf(request).id,
    ...(await findProfile(tx)),
  })

  app.get('/api/organization/logo', getLogo, async (request, reply) => {
    const logo = await inOwn(request, async (tx) => findLogo(tx, (await findProfile(tx)).logoId))
    if (logo === null) throw new ApiError('not_found')
    return sendPicture(reply.header('cache-control', 'private, no-cache'), logo)
  })

  app.put('/api/organization/logo', changeLogo, async (request) => {
    const read = await readLogo(Buffer.from(request.body.data, 'base64'))
    if (!read.ok) throw new ApiError('invalid_fields', { fields: [{ path: 'data', code: read.problem }] })
    return inOwn(request, async (tx) => {
      await saveLogo(tx, read.logo)
      return present(request, tx)
    })
  })

  app.delete('/api/organization/logo', deleteLogo, async (request) =>
    inOwn(request, async (tx) => {
      await saveLogo(tx, null)
      return present(request, tx)
    }),
  )
}

/** Past the serializer of the schema, which is there for JSON. */
export function sendPicture(reply: FastifyReply, { format, data }: StoredLogo): FastifyReply {
  return reply
    .code(200)
    .type(format === 'png' ? 'image/png' : 'image/jpeg')
    .serializer((body: unknown) => body as string)
    .send(Buffer.from(data))
}
