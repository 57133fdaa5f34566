import {
  answerCase,
  type CaseActed,
  closeCaseForSupport,
  type ListedCase,
  listSupportCases,
  lookAtCase,
  proposeChange,
  type SupportCase,
  type TellCase,
} from '@stella/support-desk'
import type { Language } from '@stella/texts'
import type { FastifyRequest } from 'fastify'
import { presentCase, presentMessages, presentProposals } from '../cases/present.ts'
import { presentExplanation } from '../causes/present.ts'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { personOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { fieldError } from '../http/domain-problems.ts'
import { languageOf } from '../http/language.ts'
import * as contract from './case-contract.ts'

/** The cases of all organizations, for whoever helps. */
export function supportCaseRoutes(app: App, { caseLetters, databases, now, pages }: Context): void {
  const tell: TellCase = (tx, news) => caseLetters.queue(tx, { ...news, at: now().toISOString() })
  const onCase = (request: FastifyRequest, caseId: string) => ({
    caseId,
    sessionTokenHash: personOf(request).sessionTokenHash,
    tell,
  })

  app.get('/api/support/cases', contract.listSupportCases, async (request) =>
    pages.read(
      { list: 'cases', owner: 'support' },
      request.query,
      (query) => listSupportCases(databases, query),
      presentListed,
    ),
  )

  app.get('/api/support/cases/:id', contract.getSupportCase, async (request) => {
    const found = await lookAtCase(databases, onCase(request, request.params.id))
    if (found === undefined) throw new ApiError('not_found')
    return presentDetail(found, languageOf(request))
  })

  app.post('/api/support/cases/:id/messages', contract.answerSupportCase, async (request, reply) => {
    const { id } = request.params
    const body = request.body.body.trim()
    return reply.code(201).send(acted(id, await answerCase(databases, { ...onCase(request, id), body })))
  })

  app.post('/api/support/cases/:id/proposals', contract.proposeChange, async (request, reply) => {
    const { id } = request.params
    const proposed = await proposeChange(databases, { ...onCase(request, id), ...request.body })
    return reply.code(201).send(acted(id, proposed))
  })

  app.post('/api/support/cases/:id/closure', contract.closeSupportCase, async (request, reply) => {
    const { id } = request.params
    const { outcome } = request.body
    const closed = await closeCaseForSupport(databases, { ...onCase(request, id), outcome })
    return reply.code(201).send(acted(id, closed))
  })
}

/** @throws ApiError what was not done, and why */
function acted(id: string, outcome: CaseActed): { id: string } {
  switch (outcome) {
    case 'done':
      return { id }
    case 'not_found':
      throw new ApiError('not_found')
    case 'closed':
      throw new ApiError('case_closed')
    case 'no_consent':
      throw new ApiError('consent_missing')
    case 'same':
      throw new ApiError('invalid_fields', { fields: [{ path: 'after', code: 'same_as_before' }] })
    default:
      throw new ApiError('invalid_fields', { fields: outcome.refused.map(fieldError) })
  }
}

function presentListed(found: ListedCase) {
  return { ...presentCase(found), organizationName: found.organizationName }
}

function presentDetail(found: SupportCase, language: Language) {
  const { bookingId, changes, customerFields, customerId, elsewhere, explanation, invoiceId, relationId } =
    found
  const subject = bookingId === null && relationId !== null ? 'relation' : 'invoice'
  return {
    ...presentListed(found),
    bookingId,
    relationId,
    messages: presentMessages(found.messages),
    proposals: presentProposals(found.proposals),
    cause: presentExplanation(explanation, { concerned: { invoiceId, customerId }, subject }, language),
    changes: changes?.map(({ at, what }) => ({ at: at.toISOString(), what })) ?? null,
    elsewhere: elsewhere.map(({ count, since, ...where }) => ({
      ...where,
      invoices: count,
      since: since.toISOString(),
    })),
    customerFields,
  }
}
