/** Whose turn it is: `asked` the support's, `answered` the customer's, `closed` nobody's. */
export const caseStates = ['asked', 'answered', 'closed'] as const
export type CaseState = (typeof caseStates)[number]

/**
 * With what a case ends: what failed is mended; it was explained and nothing was wrong; it must be mended somewhere else,
 * as by a bookkeeper in the books; Stella itself is wrong and is going to be changed; or whoever asked needs no answer any
 * more.
 */
export const caseOutcomes = ['mended', 'explained', 'elsewhere', 'defect', 'withdrawn'] as const
export type CaseOutcome = (typeof caseOutcomes)[number]

export const caseAuthors = ['customer', 'support'] as const
export type CaseAuthor = (typeof caseAuthors)[number]

export const proposalStates = ['open', 'accepted', 'declined'] as const
export type ProposalState = (typeof proposalStates)[number]
