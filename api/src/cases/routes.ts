import { customerChanged, retryBooking } from '@stella/bookkeeping'
import {
  addCaseMessage,
  announceActivities,
  type CaseProposal,
  closeCase,
  DatabaseError,
  decideProposal,
  endConsent,
  findCase,
  findCaseProposal,
  findCustomer,
  giveConsent,
  inOrganization,
  listCaseLooks,
  listCaseMessages,
  listCaseProposals,
  listCases,
  openCase,
  type StoredCase,
  type Transaction,
  turnCase,
  updateCustomer,
} from '@stella/database'
import { validateCustomer } from '@stella/invoicing'
import type { FastifyRequest } from 'fastify'
import { activityOf } from '../activities/record.ts'
import { auditOf } from '../audit/record.ts'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { organizationOf, personOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { valid } from '../http/domain-problems.ts'
import * as contract from './contract.ts'
import { presentCase, presentLooks, presentMessages, presentProposals } from './present.ts'

/** Asking the support for help, and what it may look at meanwhile. */
export function caseRoutes(app: App, context: Context): void {
  const { bookkeeping, databases, now, pages } = context
  const inOwn = <Result>(request: FastifyRequest, work: (tx: Transaction) => Promise<Result>) =>
    inOrganization(databases.app, organizationOf(request).id, work)
  const announce = (request: FastifyRequest) =>
    void announceActivities(databases.app, organizationOf(request).id)

  app.get('/api/cases', contract.listCases, async (request) => {
    const { id } = organizationOf(request)
    return pages.read(
      { list: 'cases', owner: id },
      request.query,
      (query) => inOrganization(databases.app, id, (tx) => listCases(tx, query)),
      presentCase,
    )
  })

  app.get('/api/cases/:id', contract.getCase, async (request) =>
    inOwn(request, (tx) => detailOf(tx, request.params.id)),
  )

  app.post('/api/cases', contract.openCase, async (request, reply) => {
    const { consentHours, question, subject } = request.body
    const { id, name } = personOf(request).user
    const made = await inOwn(request, async (tx) => {
      const asked = { subject, by: { id, name }, question: question.trim(), consentHours }
      const caseId = await openCase(tx, asked).catch(refuseUnknownSubject)
      const found = await theCase(tx, caseId)
      const after = { until: found.consent.until.toISOString() }
      await auditOf(tx, request, { action: 'help_asked', subject: called(found), after })
      await activityOf(tx, request, { kind: 'help_asked', ...inLog(found), at: now() })
      return detailOf(tx, caseId)
    })
    announce(request)
    return reply.code(201).send(made)
  })

  app.post('/api/cases/:id/messages', contract.writeCaseMessage, async (request, reply) => {
    const { id } = request.params
    const answer = await inOwn(request, async (tx) => {
      await theCase(tx, id)
      if (!(await turnCase(tx, id, 'asked'))) throw new ApiError('case_closed')
      const { name } = personOf(request).user
      const author = { kind: 'customer' as const, name }
      await addCaseMessage(tx, { caseId: id, author, body: request.body.body.trim() })
      return detailOf(tx, id)
    })
    return reply.code(201).send(answer)
  })

  app.put('/api/cases/:id/consent', contract.giveConsent, async (request) =>
    inOwn(request, async (tx) => {
      const { id } = request.params
      await theCase(tx, id)
      if (!(await giveConsent(tx, id, request.body.hours))) throw new ApiError('case_closed')
      const found = await theCase(tx, id)
      const after = { until: found.consent.until.toISOString() }
      await auditOf(tx, request, { action: 'consent_given', subject: called(found), after })
      return detailOf(tx, id)
    }),
  )

  app.delete('/api/cases/:id/consent', contract.endConsent, async (request) =>
    inOwn(request, async (tx) => {
      const found = await theCase(tx, request.params.id)
      const ended = await endConsent(tx, found.id)
      if (ended) await auditOf(tx, request, { action: 'consent_ended', subject: called(found) })
      return detailOf(tx, found.id)
    }),
  )

  app.post('/api/cases/:id/closure', contract.closeCase, async (request) => {
    const closed = await inOwn(request, async (tx) => {
      const found = await theCase(tx, request.params.id)
      if (!(await closeCase(tx, found.id, 'withdrawn'))) throw new ApiError('case_closed')
      await auditOf(tx, request, { action: 'case_closed', subject: called(found) })
      const { parameters, subjectId } = inLog(found)
      await activityOf(tx, request, {
        kind: 'help_closed',
        subjectId,
        parameters: { ...parameters, outcome: 'withdrawn' },
        at: now(),
      })
      return detailOf(tx, found.id)
    })
    announce(request)
    return closed
  })

  app.post('/api/case-proposals/:id/acceptance', contract.acceptProposal, async (request) => {
    const answer = await inOwn(request, async (tx) => {
      const proposal = await theProposal(tx, request.params.id)
      await decide(tx, request, proposal, { to: 'accepted', at: now() })
      await makeChange(tx, proposal, now())
      return detailOf(tx, proposal.caseId)
    })
    announce(request)
    bookkeeping.wake()
    return answer
  })

  app.post('/api/case-proposals/:id/refusal', contract.declineProposal, async (request) => {
    const answer = await inOwn(request, async (tx) => {
      const proposal = await theProposal(tx, request.params.id)
      await decide(tx, request, proposal, { to: 'declined', at: now() })
      return detailOf(tx, proposal.caseId)
    })
    announce(request)
    return answer
  })
}

async function theCase(tx: Transaction, id: string): Promise<StoredCase> {
  const found = await findCase(tx, id)
  if (found === undefined) throw new ApiError('not_found')
  return found
}

async function theProposal(tx: Transaction, id: string): Promise<CaseProposal> {
  const found = await findCaseProposal(tx, id)
  if (found === undefined) throw new ApiError('not_found')
  return found
}

/** @throws ApiError `invalid_fields` where nothing of what help is asked with goes to books */
function refuseUnknownSubject(error: unknown): never {
  if (error instanceof DatabaseError && error.code === 'not_found') {
    throw new ApiError('invalid_fields', { fields: [{ path: 'subject.id', code: 'subject_unknown' }] })
  }
  throw error
}

/** As the audit calls it. */
function called({ number }: StoredCase): string {
  return `#${number}`
}

/** As the log calls it. */
function inLog({ id, number }: StoredCase) {
  return { subjectId: id, parameters: { case: number } }
}

async function detailOf(tx: Transaction, id: string) {
  const found = await theCase(tx, id)
  return {
    ...presentCase(found),
    messages: presentMessages(await listCaseMessages(tx, id)),
    proposals: presentProposals(await listCaseProposals(tx, id)),
    looks: presentLooks(await listCaseLooks(tx, found)),
  }
}

async function decide(
  tx: Transaction,
  request: FastifyRequest,
  { after, before, caseId, field, id }: CaseProposal,
  { at, to }: { to: 'accepted' | 'declined'; at: Date },
): Promise<void> {
  const { name } = personOf(request).user
  if (!(await decideProposal(tx, id, { to, byName: name }))) throw new ApiError('proposal_decided')
  if (!(await turnCase(tx, caseId, 'asked'))) throw new ApiError('case_closed')
  const told = { before: { [field]: before }, after: { [field]: after } }
  const found = await theCase(tx, caseId)
  await auditOf(tx, request, { action: `proposal_${to}`, subject: called(found), ...told })
  await activityOf(tx, request, { kind: `help_change_${to}`, ...inLog(found), at })
}

/**
 * Makes the change that was accepted, as if it were saved at the customer, and offers what waited for it again.
 *
 * @throws ApiError `changed_meanwhile` where the field no longer says what it said when it was proposed
 */
async function makeChange(
  tx: Transaction,
  { after, before, caseId, customerId, field }: CaseProposal,
  now: Date,
): Promise<void> {
  const customer = await findCustomer(tx, customerId)
  if (customer === undefined) throw new ApiError('not_found')
  if ((customer[field as keyof typeof customer] ?? '') !== before) throw new ApiError('changed_meanwhile')
  const content = valid(validateCustomer({ ...customer, [field]: after }))
  await updateCustomer(tx, { id: customerId, revision: customer.revision, content })
  await customerChanged(tx, { customerId, now })
  const { bookingId } = await theCase(tx, caseId)
  if (bookingId !== null) await retryBooking(tx, { bookingId, now, by: 'organization' })
}
