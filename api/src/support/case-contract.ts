import { recentChanges } from '@stella/database'
import { z } from 'zod'
import {
  Body,
  CaseMessages,
  CaseOutcome,
  CaseProposals,
  caseFields,
  ProposableField,
} from '../cases/contract.ts'
import { operationsOf } from '../openapi/operation.ts'
import { Id, IdParams, Instant, pageOf, text } from '../openapi/values.ts'
import { Cause } from './contract.ts'

const { list, read, write } = operationsOf('Support', 'support')

const SupportCase = z
  .object({
    ...caseFields,
    organizationName: z.string().nullable().describe('Null without consent to look.'),
  })
  .meta({ id: 'SupportCase', description: 'A case as the support desk sees it.' })

const SupportCaseDetail = SupportCase.extend({
  bookingId: Id.nullable().describe('Of the invoice it is about; see `getSupportBooking`.'),
  relationId: Id.nullable().describe('Of the customer it is about; see `getSupportRelation`.'),
  messages: CaseMessages,
  proposals: CaseProposals.describe('Without consent none is to be seen.'),
  cause: Cause.nullable(),
  changes: z
    .array(z.object({ at: Instant, what: z.enum(recentChanges) }))
    .nullable()
    .describe('What changed in the sixty days before, the newest first; null without consent.'),
  elsewhere: z
    .array(
      z.object({
        organizationNumber: z.int(),
        organizationName: z.string().nullable(),
        invoices: z.int(),
        since: Instant,
      }),
    )
    .describe('Other organizations that fail for the same cause.'),
  customerFields: z
    .record(ProposableField, z.string().nullable())
    .nullable()
    .describe('What can be proposed to be changed, as it stands; null without consent.'),
}).meta({ id: 'SupportCaseDetail' })

const Acted = z.object({ id: Id }).meta({ id: 'CaseActed', description: 'It is done.' })

export const listSupportCases = list({
  id: 'listSupportCases',
  summary: 'List the cases of all organizations',
  description: 'The one that was asked longest ago first.',
  page: pageOf('SupportCasePage', SupportCase),
  filters: { closed: z.stringbool().optional().describe('The closed ones too.') },
})

export const getSupportCase = read({
  id: 'getSupportCase',
  summary: 'Look at a case',
  description:
    'What was asked, why it does not go on, what changed of late and where else it fails. The look is written down.',
  response: { 200: SupportCaseDetail },
  params: IdParams,
})

export const answerSupportCase = write({
  id: 'answerSupportCase',
  summary: 'Answer a case',
  description: 'Whoever asked reads it at their question, and by mail.',
  problems: ['case_closed'],
  response: { 201: Acted },
  params: IdParams,
  body: z.strictObject({ body: Body }),
})

export const proposeChange = write({
  id: 'proposeChange',
  summary: 'Propose a change of the customer',
  description: 'Nothing changes until somebody of the organization accepts it.',
  problems: ['case_closed', 'consent_missing', 'invalid_fields'],
  response: { 201: Acted },
  params: IdParams,
  body: z.strictObject({ field: ProposableField, after: text(200) }),
})

export const closeSupportCase = write({
  id: 'closeSupportCase',
  summary: 'Close a case',
  description: 'With what came of it; the consent ends with it.',
  problems: ['case_closed'],
  response: { 201: Acted },
  params: IdParams,
  body: z.strictObject({ outcome: CaseOutcome.exclude(['withdrawn']) }),
})
