import { findRelationOfCustomer, type Transaction } from '@stella/database'
import type { Language } from '@stella/texts'
import type { z } from 'zod'
import { mendingOf } from '../causes/mending.ts'
import { causeSentences, causeText } from '../causes/present.ts'
import type { RelationStatus } from './contract.ts'

const states: Record<string, z.infer<typeof RelationStatus>['state']> = {
  present: 'processed',
  outdated: 'processed',
  updating: 'processed',
  update_rejected: 'failed',
  rejected: 'failed',
  conflict: 'failed',
  gone: 'failed',
}

/** In one word how a relation stands. */
export function stateOfRelation(state: string): z.infer<typeof RelationStatus>['state'] {
  return states[state] ?? 'waiting'
}

/** How a customer stands in e-Boekhouden.nl. */
export async function relationStatus(
  tx: Transaction,
  customerId: string,
  language: Language,
): Promise<z.infer<typeof RelationStatus>> {
  const relation = await findRelationOfCustomer(tx, customerId)
  if (relation === null) {
    return { state: 'none', relationId: null, code: null, cause: null, nextTryAt: null, mending: null }
  }
  const { id, code, cause, cause_code: causeCode } = relation
  return {
    state: stateOfRelation(relation.state),
    relationId: id,
    code,
    cause: causeText(causeSentences(cause, language, 'relation')),
    nextTryAt: relation.next_at?.toISOString() ?? null,
    mending: mendingOf({ cause, causeCode }, { customerId }),
  }
}
