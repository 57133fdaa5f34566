import {
  type AttachmentFile,
  attachAlways,
  attachToDraft,
  detachAlways,
  detachFromDraft,
  findAttachment,
  findInvoice,
  inOrganization,
  listAlwaysAttachments,
  listAttachments,
  type NewAttachment,
  type Transaction,
} from '@stella/database'
import { type AttachmentProblem, readAttachment } from '@stella/documents'
import { attachmentLimits, attachmentTypes } from '@stella/invoicing'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { nameOfCaller, organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import * as contract from './contract.ts'

/** Files that go along with invoices: of one invoice, and of all. */
export function attachmentRoutes(app: App, { databases, now }: Context): void {
  const inOwn = <Result>(request: FastifyRequest, work: (tx: Transaction) => Promise<Result>) =>
    inOrganization(databases.app, organizationOf(request).id, work)
  const read = async (request: FastifyRequest, name: string): Promise<NewAttachment> => {
    const { body } = request
    const file = await readAttachment(name, Buffer.isBuffer(body) ? body : Buffer.alloc(0))
    if (!file.ok) throw refused(file.problem)
    return { ...file, by: nameOfCaller(request), at: now() }
  }

  app.get('/api/invoices/:id/attachments', contract.listInvoiceAttachments, async (request) =>
    inOwn(request, async (tx) => {
      const invoice = await findInvoice(tx, request.params.id)
      if (invoice === undefined) throw new ApiError('not_found')
      const items = await listAttachments(tx, invoice.id)
      return { items, always: invoice.state === 'draft' ? await listAlwaysAttachments(tx) : [] }
    }),
  )

  app.delete(
    '/api/invoices/:id/attachments/:attachmentId',
    contract.removeInvoiceAttachment,
    async (request, reply) => {
      const { attachmentId, id } = request.params
      await inOwn(request, (tx) => detachFromDraft(tx, id, attachmentId))
      return reply.code(204).send()
    },
  )

  app.get(
    '/api/invoices/:id/attachments/:attachmentId/file',
    contract.getInvoiceAttachment,
    async (request, reply) => {
      const { attachmentId, id } = request.params
      return sendAttachment(reply, await inOwn(request, (tx) => findAttachment(tx, attachmentId, id)))
    },
  )

  app.get('/api/attachments', contract.listAttachments, async (request) =>
    inOwn(request, async (tx) => ({ items: await listAlwaysAttachments(tx) })),
  )

  app.delete('/api/attachments/:id', contract.removeAttachment, async (request, reply) => {
    await inOwn(request, (tx) => detachAlways(tx, request.params.id))
    return reply.code(204).send()
  })

  app.get('/api/attachments/:id/file', contract.getAttachment, async (request, reply) => {
    const found = await inOwn(request, (tx) => findAttachment(tx, request.params.id))
    return sendAttachment(reply, found?.isAlways ? found : null)
  })

  // A scope of their own, so that no other operation takes a body that is no JSON.
  app.register(async (scope) => {
    const uploads: App = scope.withTypeProvider<ZodTypeProvider>()
    uploads.setErrorHandler((error) => {
      throw isTooLarge(error) ? refused('attachment_too_large') : error
    })
    uploads.removeAllContentTypeParsers()
    uploads.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: attachmentLimits.bytes },
      (_request, body, done) => done(null, body),
    )

    uploads.post('/api/invoices/:id/attachments', contract.addInvoiceAttachment, async (request, reply) => {
      const { id } = request.params
      // Nothing is unpacked for an invoice that takes nothing.
      await inOwn(request, async (tx) => {
        const invoice = await findInvoice(tx, id)
        if (invoice === undefined) throw new ApiError('not_found')
        if (invoice.state === 'final') throw new ApiError('already_final')
      })
      const file = await read(request, request.query.name)
      const added = await inOwn(request, (tx) => attachToDraft(tx, id, file))
      return reply.code(201).send(added)
    })

    uploads.post('/api/attachments', contract.addAttachment, async (request, reply) => {
      const file = await read(request, request.query.name)
      return reply.code(201).send(await inOwn(request, (tx) => attachAlways(tx, file)))
    })
  })
}

function refused(code: AttachmentProblem): ApiError {
  return new ApiError('invalid_fields', { fields: [{ path: 'file', code }] })
}

function isTooLarge(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'FST_ERR_CTP_BODY_TOO_LARGE'
}

/**
 * Past the serializer of the schema, which is there for JSON. A browser shows what it is told it is and nothing else, and
 * runs nothing in it.
 */
export function sendAttachment(reply: FastifyReply, file: AttachmentFile | null): FastifyReply {
  if (file === null) throw new ApiError('not_found')
  const plain = file.name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  return reply
    .code(200)
    .type(attachmentTypes[file.format])
    .header(
      'content-disposition',
      `inline; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll("'", '%27')}`,
    )
    .serializer((body: unknown) => body as string)
    .send(Buffer.from(file.data))
}
