import { languages } from '@stella/texts'
import { z } from 'zod'
import { file } from '../openapi/file.ts'
import { operationsOf } from '../openapi/operation.ts'
import { Id } from '../openapi/values.ts'

const { write } = operationsOf('Invoices', 'organization')

/** As many as stand in a list after some scrolling; more is an archive of a period. */
const MOST_CHOSEN = 200

export const zipInvoices = write({
  id: 'zipInvoices',
  summary: 'Some invoices as one archive',
  description:
    'A ZIP with the PDF and the UBL of each of these final invoices, and a table of all of them as `getInvoicesCsv` has ' +
    'it; written while it is sent. Drafts, and what another program made, have no documents. Of a whole period see `createExport`.',
  problems: ['documents_waiting', 'documents_busy'],
  response: { 200: file('application/zip', 'The archive.') },
  body: z.strictObject({
    ids: z.array(Id).min(1).max(MOST_CHOSEN),
    language: z.enum(languages).optional(),
  }),
})
