import { caseAuthors, caseOutcomes, caseStates, proposalStates, supportActions } from '@stella/database'
import { proposableFieldNames } from '@stella/support-desk'
import { z } from 'zod'
import { operationsOf } from '../openapi/operation.ts'
import { Id, IdParams, Instant, pageOf, text } from '../openapi/values.ts'
import { ConsentHours, usualConsentHours } from './consent.ts'

const { list, read, write } = operationsOf('Cases', 'member')

/** What somebody writes: what stands in one letter, with something in it. */
export const Body = text(4_000).regex(/\S/).describe('At most 4,000 characters.')

export const ProposableField = z.enum(proposableFieldNames).meta({
  id: 'ProposableField',
  description: 'A field of a customer that the support can propose to change.',
})

export const CaseOutcome = z.enum(caseOutcomes).meta({
  id: 'CaseOutcome',
  description: 'With what a case ended; `withdrawn` where whoever asked needs no answer any more.',
})

const Consent = z
  .object({ until: Instant, isInForce: z.boolean() })
  .meta({ id: 'Consent', description: 'Until when the support may look at what a case is about, or could.' })

/** What both sides see of a case. */
export const caseFields = {
  id: Id,
  number: z.int().describe('What people call it by.'),
  organizationNumber: z.int().describe('The number of the administration, for whoever talks to the support.'),
  subject: z.object({
    kind: z.enum(['invoice', 'customer', 'connection']),
    id: Id.nullable(),
    label: z
      .string()
      .nullable()
      .describe('The number of the invoice, or the name; null where it may not be seen.'),
  }),
  state: z.enum(caseStates).describe('`asked`: the support answers; `answered`: the organization does.'),
  openedBy: z.string(),
  openedAt: Instant,
  changedAt: Instant,
  consent: Consent,
  outcome: CaseOutcome.nullable(),
}

export const Case = z
  .object(caseFields)
  .meta({ id: 'Case', description: 'A question to the support about something that failed or waits.' })

export const CaseMessages = z.array(
  z
    .object({
      id: Id,
      at: Instant,
      author: z.object({ kind: z.enum(caseAuthors), name: z.string() }),
      body: z.string(),
    })
    .meta({ id: 'CaseMessage' }),
)

export const CaseProposals = z.array(
  z
    .object({
      id: Id,
      at: Instant,
      author: z.string(),
      customerId: Id,
      field: ProposableField,
      before: z.string(),
      after: z.string(),
      state: z.enum(proposalStates),
      decidedBy: z.string().nullable(),
    })
    .meta({
      id: 'CaseProposal',
      description: 'A change that the support proposes, made when it is accepted.',
    }),
)

const CaseDetail = Case.extend({
  messages: CaseMessages,
  proposals: CaseProposals,
  looks: z
    .array(z.object({ at: Instant, name: z.string(), action: z.enum(supportActions) }))
    .describe('What the support looked at and did, the newest first.'),
}).meta({ id: 'CaseDetail' })

export const listCases = list({
  id: 'listCases',
  summary: 'List questions to the support',
  description: 'Those of the organization, the one that was asked longest ago first.',
  page: pageOf('CasePage', Case),
  filters: {
    closed: z.stringbool().optional().describe('The closed ones too.'),
    invoiceId: Id.optional(),
    customerId: Id.optional(),
  },
})

export const getCase = read({
  id: 'getCase',
  summary: 'Read a question to the support',
  description: 'What was asked, answered and proposed, and who of the support looked.',
  response: { 200: CaseDetail },
  params: IdParams,
})

export const openCase = write({
  id: 'openCase',
  summary: 'Ask the support for help',
  description:
    'About something that failed or waits. In the same step the support may look at that one thing, for so long as ' +
    'is said, and never at codes.',
  problems: ['case_open', 'invalid_fields'],
  response: { 201: CaseDetail },
  body: z.strictObject({
    subject: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('invoice'), id: Id }),
      z.strictObject({ kind: z.literal('customer'), id: Id }),
      z.strictObject({ kind: z.literal('connection') }),
    ]),
    question: Body,
    consentHours: ConsentHours.default(usualConsentHours),
  }),
})

export const writeCaseMessage = write({
  id: 'writeCaseMessage',
  summary: 'Write to the support',
  description: 'More about a question that is open.',
  problems: ['case_closed'],
  response: { 201: CaseDetail },
  params: IdParams,
  body: z.strictObject({ body: Body }),
})

export const giveConsent = write({
  id: 'giveConsent',
  summary: 'Let the support look again',
  description: 'For so many hours from now on, at what the case is about.',
  problems: ['case_closed'],
  response: { 200: CaseDetail },
  params: IdParams,
  body: z.strictObject({ hours: ConsentHours }),
})

export const endConsent = write({
  id: 'endConsent',
  summary: 'Stop the support from looking',
  description: 'At once. The question stays.',
  response: { 200: CaseDetail },
  params: IdParams,
})

export const closeCase = write({
  id: 'closeCase',
  summary: 'Close a question to the support',
  description: 'Where no answer is needed any more; the support can look no longer.',
  problems: ['case_closed'],
  response: { 200: CaseDetail },
  params: IdParams,
})

const ProposalParams = z.strictObject({ id: Id.describe('Of the proposal.') })

export const acceptProposal = write({
  id: 'acceptProposal',
  summary: 'Accept what the support proposes',
  description: 'Makes the change, and offers what waits for it again.',
  problems: ['proposal_decided', 'case_closed', 'changed_meanwhile', 'invalid_fields', 'customer_archived'],
  response: { 200: CaseDetail },
  params: ProposalParams,
})

export const declineProposal = write({
  id: 'declineProposal',
  summary: 'Decline what the support proposes',
  description: 'Nothing changes; the support reads that it was declined.',
  problems: ['proposal_decided', 'case_closed'],
  response: { 200: CaseDetail },
  params: ProposalParams,
})
