import { exportStates } from '@stella/database'
import { languages } from '@stella/texts'
import { z } from 'zod'
import { file } from '../openapi/file.ts'
import { operationsOf } from '../openapi/operation.ts'
import { Day, Id, IdParams, Instant } from '../openapi/values.ts'

const { read, write } = operationsOf('Exports', 'organization')

const Export = z
  .object({
    id: Id,
    from: Day,
    until: Day,
    withDocuments: z.boolean(),
    state: z.enum(exportStates),
    invoicesDone: z.int(),
    invoicesTotal: z.int().describe('Invoices whose documents come along.'),
    size: z.int().nullable().describe('In bytes; null until it is ready.'),
    requestedBy: z.string().nullable(),
    createdAt: Instant,
    expiresAt: Instant.nullable().describe('When it goes; null until it is ready.'),
  })
  .meta({ id: 'Export', description: 'An archive of everything of a period.' })

export const listExports = read({
  id: 'listExports',
  summary: 'List archives',
  description: 'Those that are being made or stand ready, the newest first. Each is kept for seven days.',
  response: { 200: z.object({ items: z.array(Export) }).meta({ id: 'ExportList' }) },
})

export const createExport = write({
  id: 'createExport',
  summary: 'Have an archive made',
  description:
    'A ZIP with customers, products, and of the period invoices with their lines, bookings and the log as CSV, with a ' +
    'page that describes each file and column; with `withDocuments` also PDF and UBL of each final invoice.',
  problems: ['invalid_fields', 'export_under_way'],
  response: { 201: Export },
  body: z.strictObject({
    from: z.iso.date(),
    until: z.iso.date(),
    withDocuments: z.boolean().default(true),
    language: z
      .enum(languages)
      .optional()
      .describe('Of titles and words; that of the request when left out.'),
  }),
})

export const getExportFile = read({
  id: 'getExportFile',
  summary: 'Fetch an archive',
  description:
    'For whoever is signed in for the organization, or has one of its keys; the address alone opens nothing.',
  problems: ['export_not_ready'],
  response: { 200: file('application/zip', 'The archive.') },
  params: IdParams,
})

export const deleteExport = write({
  id: 'deleteExport',
  summary: 'Delete an archive',
  description: 'Also one that is being made, which ends then.',
  response: { 204: z.undefined().describe('Deleted.') },
  params: IdParams,
})
