import { retryableRelationStates } from '@stella/bookkeeping'
import {
  findOpenCase,
  findSupportRelation,
  inTransaction,
  type ListedActivity,
  listExchanges,
  namesInSight,
  recordSupportAudit,
  timelineOfRelation,
} from '@stella/database'
import { type ConnectionInSight, connectionInSight } from '../connections/connection-in-sight.ts'
import type { SupportDatabases, SupportSession } from '../desk/support-databases.ts'
import { type Exchange, exchangeOf } from '../exchanges/exchange.ts'
import { type SupportRelation, supportRelationOf } from './list-failing-relations.ts'

/** All that helps to say why a relation is where it is. */
export interface SupportRelationDetail extends SupportRelation {
  /** The administration it stands in, or goes to; null without consent. */
  readonly booksName: string | null
  /** Of the relation in the books; null without consent. */
  readonly code: string | null
  /** The open case about it. */
  readonly caseId: string | null
  readonly connection: ConnectionInSight | null
  /** Whether offerRelationAgain() would do something. */
  readonly retryable: boolean
  readonly timeline: readonly ListedActivity[]
  readonly exchanges: readonly Exchange[]
}

/** Everything about one relation of any organization. That it was looked at is written in the audit. */
export async function lookAtRelation(
  { support }: Pick<SupportDatabases, 'support'>,
  request: SupportSession & { readonly relationId: string },
): Promise<SupportRelationDetail | undefined> {
  const { relationId, sessionTokenHash } = request
  return inTransaction(support, async (tx) => {
    const row = await findSupportRelation(tx, relationId)
    if (row === undefined) return undefined
    const { organization_id: organizationId, customer_id: customerId } = row
    const found = await findOpenCase(tx, { relationId })
    const caseId = found ?? null
    await recordSupportAudit(tx, {
      organizationId,
      subject: { relationId, caseId },
      action: 'looked_at',
      sessionTokenHash,
    })
    const { relationCode } = await namesInSight(tx, { organizationId, bookingId: null, relationId })
    const relation = supportRelationOf(row)
    const timeline = await timelineOfRelation(tx, { organizationId, customerId })
    const exchanges = await listExchanges(tx, { bookingId: null, relationId })
    return {
      ...relation,
      booksName: row.books_name,
      code: relationCode,
      caseId,
      connection: connectionInSight(row),
      retryable: retryableRelationStates.includes(relation.state),
      timeline,
      exchanges: exchanges.map(exchangeOf),
    }
  })
}
