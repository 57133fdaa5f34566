import {
  type CaseMessage,
  type CaseProposal,
  elsewhereFor,
  type FailingElsewhere,
  findCase,
  findSupportBooking,
  findSupportRelation,
  inTransaction,
  listCaseMessages,
  listCaseProposals,
  listRecentChanges,
  organizationNames,
  type ProposableFields,
  proposableFields,
  type RecentChange,
  recordSupportAudit,
  type StoredCase,
  type Transaction,
} from '@stella/database'
import { type Explanation, explain } from '../causes/explain.ts'
import type { SupportDatabases, SupportSession } from '../desk/support-databases.ts'
import type { ListedCase } from './list-cases.ts'

/** A case as whoever helps sees it: what was asked, and what only consent shows, as far as that is in force. */
export interface SupportCase extends ListedCase {
  readonly messages: readonly CaseMessage[]
  readonly proposals: readonly CaseProposal[]
  readonly explanation: Explanation | null
  /** What changed of the administration and of Stella of late, the newest first; null without consent. */
  readonly changes: readonly RecentChange[] | null
  /** How often other organizations fail for the same cause now. */
  readonly elsewhere: readonly FailingElsewhere[]
  /** What can be proposed to be changed, as it stands now; null without consent, or where no customer is concerned. */
  readonly customerFields: ProposableFields | null
}

/** Everything about one case. That it was looked at is written in the audit. */
export async function lookAtCase(
  { support }: Pick<SupportDatabases, 'support'>,
  request: SupportSession & { readonly caseId: string },
): Promise<SupportCase | undefined> {
  const { caseId, sessionTokenHash } = request
  return inTransaction(support, async (tx) => {
    const found = await findCase(tx, caseId)
    if (found === undefined) return undefined
    const { consent, customerId, organizationId } = found
    await recordSupportAudit(tx, {
      organizationId,
      subject: { caseId },
      action: 'looked_at',
      sessionTokenHash,
    })
    const { cause, cause_code: serviceCode } = await causeOf(tx, found)
    return {
      ...found,
      organizationName: (await organizationNames(tx, [organizationId])).get(organizationId) ?? null,
      messages: await listCaseMessages(tx, caseId),
      proposals: await listCaseProposals(tx, caseId),
      explanation: explain(cause, serviceCode),
      changes: consent.isInForce ? await listRecentChanges(tx, caseId) : null,
      elsewhere: cause === null ? [] : await elsewhereFor(tx, { organizationId, cause }),
      customerFields: customerId === null ? null : ((await proposableFields(tx, customerId)) ?? null),
    }
  })
}

const noCause = { cause: null, cause_code: null }

/** Why what a case is about does not go on: it, or else what its connection waits for. */
async function causeOf(tx: Transaction, { bookingId, organizationId, relationId }: StoredCase) {
  if (bookingId !== null) return (await findSupportBooking(tx, bookingId)) ?? noCause
  if (relationId !== null) return (await findSupportRelation(tx, relationId)) ?? noCause
  const connection = await tx
    .selectFrom('connections')
    .select('paused_cause as cause')
    .where('organization_id', '=', organizationId)
    .executeTakeFirst()
  return { cause: connection?.cause ?? null, cause_code: null }
}
