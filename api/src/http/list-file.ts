import type { Language } from '@stella/texts'
import { type Column, writeCsv, writeExcel } from '@stella/transfer'
import type { FastifyReply } from 'fastify'

/** In which form a list is taken out as a file. */
export const listFormats = ['csv', 'xlsx'] as const

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<(typeof listFormats)[number], string>

/**
 * Sends rows as CSV or Excel while they are read. A failure halfway breaks the download off, so that no part is taken for
 * all.
 */
export function sendList<Row>(
  reply: FastifyReply,
  file: {
    name: string
    language: Language
    columns: readonly Column<Row>[]
    rows: AsyncIterable<Row>
    format?: (typeof listFormats)[number] | undefined
  },
): FastifyReply {
  const { columns, format = 'csv', language, name, rows } = file
  return reply
    .code(200)
    .type(types[format])
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
    .serializer((body: unknown) => body as string)
    .send(format === 'csv' ? writeCsv(columns, rows, language) : writeExcel(columns, rows))
}
