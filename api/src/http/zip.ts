import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

/** Sends an archive while it is written. A failure halfway breaks the download off, so that no part is taken for all. */
export function sendZip(reply: FastifyReply, name: string, archive: Readable): FastifyReply {
  return reply
    .code(200)
    .type('application/zip')
    .header('content-disposition', `attachment; filename="${name}.zip"`)
    .serializer((body: unknown) => body as string)
    .send(archive)
}
