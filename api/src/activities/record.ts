import {
  type Database,
  inOrganization,
  type NewActivity,
  recordActivity,
  type Transaction,
} from '@stella/database'
import type { FastifyRequest } from 'fastify'
import { auditOf } from '../audit/record.ts'
import { nameOfCaller, organizationOf } from '../http/authorization.ts'

type Told = Pick<NewActivity, 'kind' | 'parameters'> & {
  /** Default: the organization. */
  readonly subjectId?: string
  readonly at: Date
}

/**
 * Says in the log of activities what a request did and who asked for it, in the transaction that does it. Tell those who
 * watch after the commit: announceActivities().
 */
export async function activityOf(tx: Transaction, request: FastifyRequest, told: Told): Promise<void> {
  const { at, kind, parameters, subjectId = organizationOf(request).id } = told
  await recordActivity(tx, { kind, subjectId, at, parameters: { ...parameters, by: nameOfCaller(request) } })
}

/** Writes down, in the audit and in the log, that a request takes out a list as a file. */
export async function recordExport(
  { databases, now }: { databases: { app: Database }; now: () => Date },
  request: FastifyRequest,
  list: 'activities' | 'customers' | 'invoices' | 'products',
): Promise<void> {
  await inOrganization(databases.app, organizationOf(request).id, async (tx) => {
    await auditOf(tx, request, { action: 'list_exported', subject: list })
    await activityOf(tx, request, { kind: 'list_exported', parameters: { list }, at: now() })
  })
}
