import type { ConnectionRefusal } from '@stella/bookkeeping'
import type { FastifyRequest } from 'fastify'
import { type Attempt, attemptOf, countAttempt, originOf, takeBackAttempt } from '../http/attempts.ts'
import { organizationOf } from '../http/authorization.ts'
import type { Context } from '../http/context.ts'
import { refusalOfConnection } from './refusal.ts'

/**
 * How often within an hour e-Boekhouden.nl is asked whether codes are right. It sees one address for all of us, and
 * who guesses from there could have it shut out for everybody.
 *
 * An organization thirty times, whatever comes of it: linking asks twice, and three codes are copied wrong a few times
 * and not more. From one place twenty refusals, so that a new account for every few guesses helps nobody. All together
 * three hundred refusals, which only somebody with many places reaches. Tests use the stored codes and cost a call each.
 */
const most = { ofOrganization: 30, fromOnePlace: 20, inAll: 300, tests: 60 }

type Asked = { readonly ok: true } | { readonly ok: false; readonly refusal: ConnectionRefusal | null }

/**
 * Asks the service with codes that somebody gave, as often as may be. Only what it refuses counts for others.
 *
 * @throws ApiError `too_many_attempts`
 */
export async function askedWithCodes<Answer extends Asked>(
  { databases: { accounts }, secret }: Pick<Context, 'databases' | 'secret'>,
  request: FastifyRequest,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const refusals = [
    attemptOf(secret, `codes from ${originOf(request)}`, most.fromOnePlace),
    attemptOf(secret, 'codes', most.inAll),
  ]
  const own = attemptOf(secret, `codes of ${organizationOf(request).id}`, most.ofOrganization)
  await countAttempt(accounts, [own, ...refusals], 'too_many_attempts')
  const answer = await ask()
  if (!isRefused(answer)) await takeBackAttempt(accounts, refusals)
  return answer
}

export function attemptToTest(secret: string, organizationId: string): Attempt {
  return attemptOf(secret, `tests of ${organizationId}`, most.tests)
}

/** Whether the service was asked and said that the codes, or what they lead to, are wrong. */
function isRefused(answer: Asked): boolean {
  if (answer.ok || answer.refusal === null) return false
  return refusalOfConnection(answer.refusal).code === 'connection_refused'
}
