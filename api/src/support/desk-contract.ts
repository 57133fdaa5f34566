import { z } from 'zod'
import { operationsOf } from '../openapi/operation.ts'
import { Id, Instant } from '../openapi/values.ts'
import { Cause, Organization } from './contract.ts'

const { read } = operationsOf('Support', 'support')

const Found = z
  .object({
    kind: z.enum(['booking', 'relation', 'organization']),
    id: Id,
    organization: Organization,
    state: z.string(),
    since: Instant.nullable(),
    cause: Cause.nullable(),
  })
  .meta({ id: 'SupportFound', description: 'Where to look for what was sought.' })

export const searchSupport = read({
  id: 'searchSupport',
  summary: 'Find what somebody reads out',
  description:
    'The number of an invoice, of a mutation or of an administration, the mark of a booking, the code of a relation, the ' +
    'e-mail address of a user: each exactly as it is; and a part of the name of a customer, where there is consent. What ' +
    'was mended is found too.',
  querystring: z.strictObject({ search: z.string().trim().min(1).max(200) }),
  response: { 200: z.object({ items: z.array(Found) }).meta({ id: 'SupportFoundList' }) },
})

const CauseInAll = z
  .object({
    cause: Cause,
    organizations: z.int(),
    invoices: z.int(),
    relations: z.int(),
    pauses: z.int().describe('Connections that pause for it.'),
    since: Instant.describe('Since when the first of them fails.'),
  })
  .meta({ id: 'CauseInAll', description: 'What fails for one cause in all organizations.' })

export const listSupportCauses = read({
  id: 'listSupportCauses',
  summary: 'List what fails by its cause',
  description: 'In all organizations, the cause of most of them first.',
  response: { 200: z.object({ items: z.array(CauseInAll) }).meta({ id: 'CauseInAllList' }) },
})

const Quarter = z
  .object({
    at: Instant.describe('When the quarter began.'),
    answered: z.int(),
    refused: z.int(),
    unanswered: z.int(),
    medianMs: z.int().nullable(),
  })
  .meta({ id: 'ServiceQuarter', description: 'How e-Boekhouden.nl answered in a quarter of an hour.' })

export const listServiceAnswers = read({
  id: 'listServiceAnswers',
  summary: 'How e-Boekhouden.nl answered in the last day',
  description: 'To all organizations, by quarters of an hour in which anything was asked, in order.',
  response: { 200: z.object({ items: z.array(Quarter) }).meta({ id: 'ServiceQuarterList' }) },
})
