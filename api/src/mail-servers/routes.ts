import { placeOfPassword } from '@stella/bookkeeping'
import {
  announceActivities,
  deleteMailServer,
  findMailServer,
  inOrganization,
  type StoredMailServer,
  saveMailServer,
  type Transaction,
} from '@stella/database'
import { validateMailServer } from '@stella/invoicing'
import type { FastifyRequest } from 'fastify'
import { activityOf } from '../activities/record.ts'
import { auditOf } from '../audit/record.ts'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { fieldError, valid } from '../http/domain-problems.ts'
import { languageOf } from '../http/language.ts'
import { triedServer } from './attempts.ts'
import * as contract from './contract.ts'

/** The mail server of an organization: it is connected to before it is kept. */
export function mailServerRoutes(app: App, { bookkeeping, databases, mailing, now, secret }: Context): void {
  const inOwn = <Result>(request: FastifyRequest, work: (tx: Transaction) => Promise<Result>) =>
    inOrganization(databases.app, organizationOf(request).id, work)

  app.get('/api/mail-server', contract.getMailServer, async (request) => {
    const server = await inOwn(request, findMailServer)
    return { server: server === null ? null : present(server) }
  })

  app.get('/api/mail-server/domain', contract.getSenderDomain, async (request) => {
    const server = await inOwn(request, findMailServer)
    return { domain: server === null ? null : await mailing.lookAtDomain(server.sender) }
  })

  app.put('/api/mail-server', contract.saveMailServer, async (request) => {
    const { password, ...server } = valid(validateMailServer(request.body))
    const problem = await triedServer({ databases, secret }, request, server, () =>
      mailing.tryServer({ ...server, password }, languageOf(request)),
    )
    if (problem !== null) throw new ApiError('invalid_fields', { fields: [fieldError(problem)] })
    const place = placeOfPassword(organizationOf(request).id)
    const sealed = password === null ? null : bookkeeping.seal.sealPassword(password, place)
    const stored = { ...server, testedAt: now() }
    await inOwn(request, async (tx) => {
      const before = await findMailServer(tx)
      await saveMailServer(tx, stored, sealed)
      const told = {
        action: 'mail_server_changed',
        before: before && toldOf(before),
        after: toldOf(stored),
      } as const
      await auditOf(tx, request, told)
      const { host, sender } = stored
      await activityOf(tx, request, {
        kind: 'mail_server_changed',
        parameters: { host, sender },
        at: now(),
      })
    })
    void announceActivities(databases.app, organizationOf(request).id)
    return present(stored)
  })

  app.delete('/api/mail-server', contract.deleteMailServer, async (request, reply) => {
    await inOwn(request, async (tx) => {
      const before = await findMailServer(tx)
      if (before === null || !(await deleteMailServer(tx))) return
      await auditOf(tx, request, { action: 'mail_server_ended', before: toldOf(before) })
      const { host } = before
      await activityOf(tx, request, { kind: 'mail_server_ended', parameters: { host }, at: now() })
    })
    void announceActivities(databases.app, organizationOf(request).id)
    return reply.code(204).send()
  })
}

function present({ testedAt, ...server }: StoredMailServer) {
  return { ...server, testedAt: testedAt.toISOString() }
}

/** What the audit says of it. */
function toldOf({ host, sender, username }: StoredMailServer) {
  return { host, sender, username }
}
