import { auditActions, auditActors } from '@stella/database'
import { languages } from '@stella/texts'
import { z } from 'zod'
import { file, ListFormat } from '../openapi/file.ts'
import { operationsOf } from '../openapi/operation.ts'
import { Id, Instant, pageOf } from '../openapi/values.ts'

const { list, read } = operationsOf('Audit', 'member')

const values = z.record(z.string(), z.unknown()).nullable()

const AuditEntry = z
  .object({
    id: Id,
    at: Instant,
    actor: z.object({
      kind: z.enum(auditActors).describe('`operator` is whoever runs this Stella, by a command.'),
      name: z.string(),
    }),
    ipAddress: z.string().nullable(),
    action: z.enum(auditActions),
    subject: z.string().nullable().describe('Whom or what it is about, in words.'),
    before: values,
    after: values,
  })
  .meta({ id: 'AuditEntry', description: 'One change of what lets others in or moves money.' })

export const listAudit = list({
  id: 'listAudit',
  summary: 'List what was changed by whom',
  description:
    'Codes, the bank account, numbering, members, invitations, keys and exports, the newest first. Nobody can change ' +
    'or remove an entry; each is chained to the one before it.',
  page: pageOf('AuditPage', AuditEntry),
})

export const getAuditCsv = read({
  id: 'getAuditCsv',
  summary: 'What was changed by whom, as CSV',
  description: 'Every entry, the newest first, as a spreadsheet reads it.',
  response: { 200: file('text/csv', 'The file.') },
  querystring: z.strictObject({ language: z.enum(languages).optional(), format: ListFormat }),
})
