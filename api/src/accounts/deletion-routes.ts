import { inTransaction, recordAudit } from '@stella/database'
import { sql } from 'kysely'
import type { App } from '../http/app.ts'
import { personOf } from '../http/authorization.ts'
import { sessionCookie } from '../http/caller.ts'
import { forwardCookies } from '../http/cookies.ts'
import { withSignInTraffic } from '../http/traffic-limit.ts'
import { endMembership, findMembers } from '../members/members.ts'
import type { AccountContext } from './context.ts'
import { deleteAccount } from './deletion-contract.ts'
import { findAddressee, forgetResets } from './letters.ts'
import { requirePassword } from './require-password.ts'
import { membershipsOf } from './working-organization.ts'

/** The end of an account, by its person. */
export function deletionRoutes(app: App, { callers, databases, letters, secret }: AccountContext): void {
  app.post('/api/account/deletion', withSignInTraffic(deleteAccount), async (request, reply) => {
    const { user } = personOf(request)
    await requirePassword({ databases, secret }, user.id, request.body.password)
    const addressee = await findAddressee(databases.accounts, user.id)
    await deleteWithMemberships(user, request.ip)
    callers.forgetPerson(user.id)
    if (addressee !== null) letters.accountDeleted(addressee)
    forwardCookies(request, reply, [`${sessionCookie}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax`])
    return reply.code(204).send()
  })

  /** All or nothing: whoever is the last owner anywhere leaves nowhere. @throws ApiError `last_owner` */
  async function deleteWithMemberships(user: { id: string; name: string }, ipAddress: string): Promise<void> {
    await forgetResets(databases.accounts, user.id)
    await inTransaction(databases.accounts, async (tx) => {
      for (const { id: organizationId } of await membershipsOf(tx, user.id)) {
        const own = (await findMembers(tx, organizationId)).find(({ userId }) => userId === user.id)
        if (own === undefined) continue
        await endMembership(tx, organizationId, own.id)
        await recordAudit(tx, {
          organizationId,
          actor: { kind: 'person', id: user.id, name: user.name },
          ipAddress,
          action: 'member_left',
          subject: own.email,
          before: { role: own.role },
        })
      }
      await sql`delete from accounts."user" where id = ${user.id}`.execute(tx)
    })
  }
}
