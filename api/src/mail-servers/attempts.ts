import type { MailServer } from '@stella/invoicing'
import type { FastifyRequest } from 'fastify'
import { attemptOf, countAttempt, originOf, takeBackAttempt } from '../http/attempts.ts'
import { organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'

/**
 * How often within an hour a mail server of somebody's choice is connected to. It sees our address, and says whether a
 * password is right or a port is open; nobody should guess or look around from there.
 *
 * An organization twenty times, whatever comes of it: a server is set up with a few mistakes and not more. From one
 * place twenty that failed, so that a new account for every few helps nobody. And one user name at one server ten that
 * failed, wherever they come from.
 */
const most = { ofOrganization: 20, fromOnePlace: 20, ofOneMailbox: 10 }

/**
 * Tries a mail server, as often as may be. Only what fails counts for others.
 *
 * @throws ApiError `too_many_attempts`
 */
export async function triedServer<Problem>(
  { databases: { accounts }, secret }: Pick<Context, 'databases' | 'secret'>,
  request: FastifyRequest,
  { host, username }: Pick<MailServer, 'host' | 'username'>,
  attempt: () => Promise<Problem | null>,
): Promise<Problem | null> {
  const own = attemptOf(secret, `mail servers of ${organizationOf(request).id}`, most.ofOrganization)
  const failures = [
    attemptOf(secret, `mail servers from ${originOf(request)}`, most.fromOnePlace),
    attemptOf(secret, `mailbox ${JSON.stringify([host.toLowerCase(), username])}`, most.ofOneMailbox),
  ]
  await countAttempt(accounts, [own, ...failures], 'too_many_attempts')
  const problem = await attempt()
  if (problem === null) await takeBackAttempt(accounts, failures)
  return problem
}
