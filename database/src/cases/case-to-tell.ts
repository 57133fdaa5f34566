import type { Transaction } from 'kysely'
import type { DB } from '../schema/schema.generated.ts'
import type { CaseOutcome } from './case-states.ts'

/** What a letter about a case says. */
export interface CaseToTell {
  readonly number: number
  /** Of whoever asked. */
  readonly openedBy: string
  readonly outcome: CaseOutcome | null
  /** The last answer of the support; null while there is none. */
  readonly answer: { readonly by: string; readonly body: string } | null
  /** Who of the support looked at it. */
  readonly lookedAt: readonly string[]
}

/** For the role of the mail: a case of the transaction's organization. */
export async function findCaseToTell(tx: Transaction<DB>, caseId: string): Promise<CaseToTell | undefined> {
  const found = await tx
    .selectFrom('cases')
    .select(['number', 'opened_by', 'outcome'])
    .where('id', '=', caseId)
    .executeTakeFirst()
  if (found === undefined) return undefined
  const answer = await tx
    .selectFrom('case_messages')
    .select(['author_name as by', 'body'])
    .where('case_id', '=', caseId)
    .where('author_kind', '=', 'support')
    .orderBy('position', 'desc')
    .executeTakeFirst()
  const looks = await tx
    .selectFrom('support_audit')
    .select('user_name')
    .distinct()
    .where('case_id', '=', caseId)
    .where('action', '=', 'looked_at')
    .orderBy('user_name')
    .execute()
  return {
    number: Number(found.number),
    openedBy: found.opened_by,
    outcome: found.outcome as CaseOutcome | null,
    answer: answer ?? null,
    lookedAt: looks.map(({ user_name }) => user_name),
  }
}
