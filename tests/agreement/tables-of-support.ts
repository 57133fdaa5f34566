import {
  caseAuthors,
  caseOutcomes,
  caseStates,
  proposalStates,
  recentChanges,
  supportActions,
} from '@stella/database'
import { proposableFieldNames } from '@stella/support-desk'
import type { Agreement } from './agreement.ts'
import { enumOf, inTexts } from './places.ts'

/** The words of cases, and of what the support does. */
export const agreementsOfSupport: Readonly<Record<string, Agreement>> = {
  'what the support desk did': {
    words: supportActions,
    places: inTexts((texts) => texts.screens.cases.looks),
    columns: ['support_audit.action'],
  },
  'states of a case': {
    words: caseStates,
    places: {
      'the API, Case.state': () => enumOf('Case.state'),
      ...inTexts((texts) => texts.screens.cases.states),
      ...inTexts((texts) => texts.screens.supportCases.states),
    },
    columns: ['cases.state'],
  },
  'outcomes of a case': {
    words: caseOutcomes,
    places: {
      'the API, CaseOutcome': () => enumOf('CaseOutcome'),
      ...inTexts((texts) => texts.screens.cases.outcomes),
    },
    columns: ['cases.outcome'],
  },
  'who writes in a case': {
    words: caseAuthors,
    places: { 'the API, CaseMessage.author.kind': () => enumOf('CaseMessage.author.kind') },
    columns: ['case_messages.author_kind'],
  },
  'states of a proposal': {
    words: proposalStates,
    places: {
      'the API, CaseProposal.state': () => enumOf('CaseProposal.state'),
      ...inTexts((texts) => texts.screens.supportCases.proposalStates),
    },
    columns: ['case_proposals.state'],
  },
  'fields that the support can propose to change': {
    words: proposableFieldNames,
    places: {
      'the API, ProposableField': () => enumOf('ProposableField'),
      ...inTexts((texts) => texts.screens.cases.fields),
    },
  },
  'what changed before a case': {
    words: recentChanges,
    places: inTexts((texts) => texts.screens.supportCases.changeKinds),
  },
}
