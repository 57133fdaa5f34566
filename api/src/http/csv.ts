import type { Language } from '@stella/texts'
import { type Column, writeCsv } from '@stella/transfer'
import type { FastifyReply } from 'fastify'

/** Sends rows as CSV while they are read. A failure halfway breaks the download off, so that no part is taken for all. */
export function sendCsv<Row>(
  reply: FastifyReply,
  file: { name: string; language: Language; columns: readonly Column<Row>[]; rows: AsyncIterable<Row> },
): FastifyReply {
  return reply
    .code(200)
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${file.name}.csv"`)
    .serializer((body: unknown) => body as string)
    .send(writeCsv(file.columns, file.rows, file.language))
}
