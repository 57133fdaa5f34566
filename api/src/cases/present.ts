import type { CaseLook, CaseMessage, CaseProposal, StoredCase } from '@stella/database'
import type { ProposableField } from '@stella/support-desk'
import type { z } from 'zod'
import type * as contract from './contract.ts'

/** A question to the support, as either side sees it. */
export function presentCase(stored: StoredCase): z.infer<typeof contract.Case> {
  const { changedAt, consent, id, number, openedAt, openedByName, organizationNumber, outcome, state } =
    stored
  return {
    id,
    number,
    organizationNumber,
    subject: subjectOf(stored),
    state,
    openedBy: openedByName,
    openedAt: openedAt.toISOString(),
    changedAt: changedAt.toISOString(),
    consent: { until: consent.until.toISOString(), isInForce: consent.isInForce },
    outcome,
  }
}

function subjectOf({ customerId, customerName, invoiceId, invoiceNumber }: StoredCase) {
  if (invoiceId !== null) return { kind: 'invoice' as const, id: invoiceId, label: invoiceNumber }
  if (customerId !== null) return { kind: 'customer' as const, id: customerId, label: customerName }
  return { kind: 'connection' as const, id: null, label: null }
}

export function presentMessages(messages: readonly CaseMessage[]) {
  return messages.map(({ at, ...message }) => ({ ...message, at: at.toISOString() }))
}

export function presentProposals(proposals: readonly CaseProposal[]) {
  return proposals.map(({ after, at, authorName, before, customerId, decidedByName, field, id, state }) => ({
    id,
    at: at.toISOString(),
    author: authorName,
    customerId,
    // Written by the support desk, of its table of fields.
    field: field as ProposableField,
    before,
    after,
    state,
    decidedBy: decidedByName,
  }))
}

export function presentLooks(looks: readonly CaseLook[]) {
  return looks.map(({ at, ...look }) => ({ ...look, at: at.toISOString() }))
}
