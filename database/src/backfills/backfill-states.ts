/** Every state of a backfill, from its dry run to its end. */
export const backfillStates = ['reading', 'ready', 'running', 'stopped', 'done', 'dropped', 'void'] as const
export type BackfillState = (typeof backfillStates)[number]

/** States of one that is not ended: of each organization there is one at the most. */
export const openBackfillStates = ['reading', 'ready', 'running', 'stopped'] as const

/** What became of an invoice of it. */
export const backfillOutcomes = ['planned', 'adopted', 'refused'] as const
export type BackfillOutcome = (typeof backfillOutcomes)[number]
