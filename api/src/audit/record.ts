import { type NewAudit, recordAudit, type Transaction } from '@stella/database'
import type { FastifyRequest } from 'fastify'
import { actorOf, organizationOf } from '../http/authorization.ts'

type Told = Pick<NewAudit, 'action' | 'subject' | 'before' | 'after'>

/** Writes down what a request changed, in the transaction that changes it: who, from where, and how it was before. */
export function auditOf(tx: Transaction, request: FastifyRequest, told: Told): Promise<void> {
  return recordAudit(tx, {
    organizationId: organizationOf(request).id,
    actor: actorOf(request),
    ipAddress: request.ip,
    ...told,
  })
}
