import {
  type ActivityKindOf,
  addCaseMessage,
  addCaseProposal,
  announceActivities,
  type CaseOutcome,
  closeCase,
  findCase,
  findCustomer,
  hasConsent,
  inOrganization,
  inTransaction,
  recordActivity,
  recordSupportAudit,
  type StoredCase,
  type Transaction,
  turnCase,
  undoUnless,
} from '@stella/database'
import { type Problem, validateCustomer } from '@stella/invoicing'
import type { SupportDatabases, SupportSession } from '../desk/support-databases.ts'
import type { ProposableField } from './proposable.ts'

/** What came of acting on a case. */
export type CaseActed =
  | 'done'
  | 'not_found'
  /** It is closed. */
  | 'closed'
  /** There is no consent to look, or nothing of a customer in it. */
  | 'no_consent'
  /** What is proposed stands there already. */
  | 'same'
  | { readonly refused: readonly Problem[] }

export type CaseNews = 'answered' | 'proposed' | 'closed'

/** Has whoever asked told of it, in the transaction in which it is done. */
export type TellCase = (
  tx: Transaction,
  news: { readonly organizationId: string; readonly caseId: string; readonly about: CaseNews },
) => Promise<void>

type OnCase = SupportSession & { readonly caseId: string; readonly tell: TellCase }

/** Writes an answer to whoever asked. */
export function answerCase(
  databases: SupportDatabases,
  request: OnCase & { readonly body: string },
): Promise<CaseActed> {
  return actOnCase(databases, request, 'answered', async (tx, { id }, name) => {
    if (!(await turnCase(tx, id, 'answered'))) return 'closed'
    await addCaseMessage(tx, { caseId: id, author: { kind: 'support', name }, body: request.body })
    return 'done'
  })
}

/** Closes a case with what came of it; the consent ends with it. */
export function closeCaseForSupport(
  databases: SupportDatabases,
  request: OnCase & { readonly outcome: CaseOutcome },
): Promise<CaseActed> {
  return actOnCase(databases, request, 'closed', async (tx, { id }) =>
    (await closeCase(tx, id, request.outcome)) ? 'done' : 'closed',
  )
}

/** Proposes a change of one field of the customer, which is judged now as it would be on saving. */
export function proposeChange(
  databases: SupportDatabases,
  request: OnCase & { readonly field: ProposableField; readonly after: string },
): Promise<CaseActed> {
  const { after, field } = request
  return actOnCase(databases, request, 'proposed', async (tx, found, authorName) => {
    const { customerId, id: caseId } = found
    if (customerId === null || !(await hasConsent(tx, found))) return 'no_consent'
    const customer = await findCustomer(tx, customerId)
    if (customer === undefined) return 'not_found'
    const judged = validateCustomer({ ...customer, [field]: after })
    if (!judged.ok) return { refused: judged.problems.map((problem) => ({ ...problem, path: 'after' })) }
    const [before, becomes] = [customer[field] ?? '', judged.value[field] ?? '']
    if (before === becomes) return 'same'
    if (!(await turnCase(tx, caseId, 'answered'))) return 'closed'
    await addCaseProposal(tx, { caseId, authorName, customerId, field, before, after: becomes })
    return 'done'
  })
}

/**
 * Does it by the rights of the organization it belongs to, with entries in the audit and in the log that say who did it.
 */
async function actOnCase(
  { app, support }: SupportDatabases,
  { caseId, outcome, sessionTokenHash, tell }: OnCase & { readonly outcome?: CaseOutcome },
  action: CaseNews,
  work: (tx: Transaction, found: StoredCase, name: string) => Promise<CaseActed>,
): Promise<CaseActed> {
  const found = await inTransaction(support, (tx) => findCase(tx, caseId))
  if (found === undefined) return 'not_found'
  const { organizationId } = found
  const acted = await inOrganization(app, organizationId, async (tx) => {
    let acted = 'done' as CaseActed
    // What was not done leaves no entry.
    await undoUnless(tx, async () => {
      const subject = { caseId }
      const name = await recordSupportAudit(tx, { organizationId, subject, action, sessionTokenHash })
      acted = await work(tx, found, name)
      if (acted !== 'done') return false
      const parameters = { case: found.number, by: name, outcome: outcome ?? null }
      await recordActivity(tx, { kind: kinds[action], subjectId: caseId, parameters })
      await tell(tx, { organizationId, caseId, about: action })
      return true
    })
    return acted
  })
  if (acted === 'done') void announceActivities(app, organizationId)
  return acted
}

const kinds = {
  answered: 'help_answered',
  proposed: 'help_change_proposed',
  closed: 'help_closed',
} as const satisfies Record<CaseNews, ActivityKindOf<'case'>>
