import { disconnect } from '@stella/bookkeeping'
import {
  announceActivities,
  closeOrganization,
  inOrganization,
  openAgain,
  recordAudit,
  whatCloses,
} from '@stella/database'
import { closedTooLongAgo, daysToOpenAgain, keptUntil } from '@stella/invoicing'
import { auditOf } from '../audit/record.ts'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { actorOf, organizationOf, personOf } from '../http/authorization.ts'
import { withSignInTraffic } from '../http/traffic-limit.ts'
import { findMembers } from '../members/members.ts'
import * as contract from './closing-contract.ts'
import type { AccountContext } from './context.ts'
import { requirePassword } from './require-password.ts'
import { answerWithSession } from './session.ts'
import { workIn } from './working-organization.ts'

/** The end of an organization, by an owner, and its way back. */
export function closingRoutes(app: App, context: AccountContext): void {
  const { callers, databases, now, secret } = context

  app.get('/api/organization/closing', contract.previewClosing, async (request) => {
    const { id } = organizationOf(request)
    const members = await inOrganization(databases.accounts, id, (tx) => findMembers(tx, id))
    const { lastYear, lastYearOfDistanceSales, ...counts } = await inOrganization(
      databases.app,
      id,
      whatCloses,
    )
    const kept = keptUntil({ lastYear, lastYearOfDistanceSales })
    return { ...counts, people: members.length, daysToOpenAgain, keptUntil: kept }
  })

  const closing = withSignInTraffic(contract.closeOrganization)
  app.post('/api/organization/closing', closing, async (request, reply) => {
    const { id } = organizationOf(request)
    const { sessionTokenHash, user } = personOf(request)
    await requirePassword({ databases, secret }, user.id, request.body.password)
    const { notInBooks } = await inOrganization(databases.app, id, async (tx) => {
      // The log says so; what is linked anew until the next step ends there.
      await disconnect(tx, { now: now() })
      return whatCloses(tx)
    })
    await inOrganization(databases.accounts, id, async (tx) => {
      if (!(await closeOrganization(tx, id))) throw new ApiError('no_organization')
      await auditOf(tx, request, { action: 'organization_closed', after: { notInBooks } })
    })
    void announceActivities(databases.app, id)
    callers.forgetOrganization(id)
    return answerWithSession(context, request, reply.code(200), {
      userId: user.id,
      sessionTokenHash,
      cookies: [],
    })
  })

  const opening = withSignInTraffic(contract.openOrganization)
  app.post('/api/organizations/:id/openings', opening, async (request, reply) => {
    const { id: organizationId } = request.params
    const { sessionTokenHash, user } = personOf(request)
    await requirePassword({ databases, secret }, user.id, request.body.password)
    await inOrganization(databases.accounts, organizationId, async (tx) => {
      const closedAfter = closedTooLongAgo(now())
      const name = await openAgain(tx, { organizationId, closedAfter, by: user.id })
      if (name === null) throw new ApiError('not_found')
      const told = { organizationId, actor: actorOf(request), ipAddress: request.ip }
      await recordAudit(tx, { ...told, action: 'organization_opened' })
      await workIn(tx, sessionTokenHash, organizationId)
    })
    callers.forgetPerson(user.id)
    return answerWithSession(context, request, reply.code(200), {
      userId: user.id,
      sessionTokenHash,
      cookies: [],
    })
  })
}
