import { sql, type Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import type { ProposalState } from './case-states.ts'

export interface NewProposal {
  readonly caseId: string
  readonly authorName: string
  readonly customerId: string
  readonly field: string
  readonly before: string
  readonly after: string
}

/** Writes down what the support proposes. Nothing changes until somebody of the organization accepts it. */
export async function addCaseProposal(tx: Transaction<DB>, proposed: NewProposal): Promise<void> {
  const { after, authorName, before, caseId, customerId, field } = proposed
  await tx
    .insertInto('case_proposals')
    .values({ case_id: caseId, author_name: authorName, customer_id: customerId, field, before, after })
    .execute()
}

/** Accepts or declines what is still open. Returns whether it was. */
export async function decideProposal(
  tx: Transaction<DB>,
  id: string,
  decision: { readonly to: Exclude<ProposalState, 'open'>; readonly byName: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('case_proposals')
    .set({ state: decision.to, decided_at: sql`clock_timestamp()`, decided_by_name: decision.byName })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
