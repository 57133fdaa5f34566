import { Readable } from 'node:stream'
import {
  announceActivities,
  deleteExport,
  exportFile,
  findExport,
  inOrganization,
  listExports,
  type StoredExport,
  saveExport,
  type Transaction,
} from '@stella/database'
import { parsePlainDate } from '@stella/invoicing'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { activityOf } from '../activities/record.ts'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { nameOfCaller, organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { languageOf } from '../http/language.ts'
import * as contract from './contract.ts'

/** Archives of everything: having one made, how far it is, fetching it. */
export function exportRoutes(app: App, { databases, exports, now }: Context): void {
  const inOwn = <Result>(request: FastifyRequest, work: (tx: Transaction) => Promise<Result>) =>
    inOrganization(databases.app, organizationOf(request).id, work)

  app.get('/api/exports', contract.listExports, async (request) => ({
    items: (await inOwn(request, listExports)).filter((it) => isKept(it, now())).map(present),
  }))

  app.post('/api/exports', contract.createExport, async (request, reply) => {
    const { language = languageOf(request), withDocuments } = request.body
    const [from, until] = [parsePlainDate(request.body.from), parsePlainDate(request.body.until)]
    if (until < from)
      throw new ApiError('invalid_fields', { fields: [{ path: 'until', code: 'period_reversed' }] })
    const answer = await inOwn(request, async (tx) => {
      const wish = { from, until, withDocuments, language, requestedBy: nameOfCaller(request), at: now() }
      const made = await saveExport(tx, wish)
      await exports.queue(tx, { organizationId: organizationOf(request).id, exportId: made.id })
      return present(made)
    })
    exports.wake()
    return reply.code(201).send(answer)
  })

  app.get('/api/exports/:id/file', contract.getExportFile, async (request, reply) => {
    const { id } = request.params
    const found = await inOwn(request, (tx) => findExport(tx, id))
    if (found === undefined || !isKept(found, now())) throw new ApiError('not_found')
    if (found.state !== 'ready') throw new ApiError('export_not_ready')
    const { from, until } = found
    await inOwn(request, (tx) =>
      activityOf(tx, request, { kind: 'export_fetched', parameters: { from, until }, at: now() }),
    )
    void announceActivities(databases.app, organizationOf(request).id)
    return sendArchive(reply, found, exportFile(databases.app, organizationOf(request).id, id))
  })

  app.delete('/api/exports/:id', contract.deleteExport, async (request, reply) => {
    if (!(await inOwn(request, (tx) => deleteExport(tx, request.params.id)))) throw new ApiError('not_found')
    return reply.code(204).send()
  })
}

/** Sends the archive while it is read, and says beforehand how much it is, so that a part is not taken for the whole. */
function sendArchive(
  reply: FastifyReply,
  { from, size, until }: StoredExport,
  parts: AsyncIterable<Uint8Array>,
): FastifyReply {
  return reply
    .code(200)
    .type('application/zip')
    .header('content-disposition', `attachment; filename="stella-${from}-${until}.zip"`)
    .header('content-length', String(size ?? 0n))
    .serializer((body: unknown) => body as string)
    .send(Readable.from(parts))
}

/** Its job takes it away once its week is over, and may be late. */
function isKept({ expiresAt }: StoredExport, at: Date): boolean {
  return expiresAt === null || expiresAt > at
}

function present({ createdAt, expiresAt, language: _, size, ...found }: StoredExport) {
  return {
    ...found,
    size: size === null ? null : Number(size),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
  }
}
