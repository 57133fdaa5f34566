import { inTransaction } from '@stella/database'
import { openAgainUntil, todayInAmsterdam } from '@stella/invoicing'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { ApiError } from '../http/api-error.ts'
import type { Person } from '../http/caller.ts'
import { forwardCookies } from '../http/cookies.ts'
import { languageOf } from '../http/language.ts'
import { type SecondFactorReason, secondFactorNeededFor } from '../http/second-factor.ts'
import { findPerson } from './callers.ts'
import type { AccountContext } from './context.ts'
import type { Session } from './contract.ts'
import { noteBeginning } from './own-sessions.ts'
import { rememberLanguage } from './remember-language.ts'
import { type MembershipRow, membershipsOf } from './working-organization.ts'

/** A session that was just begun or changed. */
type Entry = {
  userId: string
  sessionTokenHash: string
  /** Of a session that just began. */
  cookies: readonly string[]
}

/** Answers who is signed in, with the cookies that make it so. @throws ApiError `sign_in_refused` when shut out */
export async function answerWithSession(
  context: AccountContext,
  request: FastifyRequest,
  reply: FastifyReply,
  { userId, sessionTokenHash, cookies }: Entry,
) {
  const { databases } = context
  if (cookies.length > 0) await noteBeginning(databases.accounts, sessionTokenHash, request)
  const person = await findPerson(databases.accounts, userId, sessionTokenHash)
  if (person === null) throw new ApiError('sign_in_refused')
  await rememberLanguage(databases.accounts, userId, request.headers['accept-language'])
  forwardCookies(request, reply, cookies)
  return reply.send(await sessionOf(context, request, person))
}

/** Why this person needs a second factor that they have not; null where nothing waits for it. */
export function secondFactorNeed(
  { supportNeedsSecondFactor }: Pick<AccountContext, 'supportNeedsSecondFactor'>,
  person: Person,
): SecondFactorReason | null {
  const isOfSupport = person.user.supportRole && supportNeedsSecondFactor
  const isSensitive = person.permissions.includes('connection')
  return secondFactorNeededFor(person, { isOfSupport, isSensitive })
}

/** Who is signed in, where, and what they may do there. */
export async function sessionOf(
  context: AccountContext,
  request: FastifyRequest,
  person: Person,
): Promise<z.infer<typeof Session>> {
  const { databases, letters, supportAddress } = context
  const { user, organization, permissions } = person
  const memberships = await inTransaction(databases.accounts, (tx) => membershipsOf(tx, user.id))
  return {
    user,
    organization,
    permissions: [...permissions],
    organizations: memberships.filter(({ closedAt }) => closedAt === null),
    closedOrganizations: memberships.flatMap(openable),
    awaitsConfirmation: letters.leave && !user.hasConfirmedEmail,
    secondFactorNeededFor: secondFactorNeed(context, person),
    language: languageOf(request),
    supportAddress,
  }
}

function openable({ closedAt, id, name, role }: MembershipRow) {
  if (closedAt === null || role !== 'owner') return []
  return [{ id, name, openUntil: todayInAmsterdam(openAgainUntil(closedAt)) }]
}
