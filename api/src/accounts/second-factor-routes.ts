import type { FastifyReply, FastifyRequest } from 'fastify'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { countAttempt, forgetAttempts } from '../http/attempts.ts'
import { personOf } from '../http/authorization.ts'
import { sessionCookie } from '../http/caller.ts'
import { cookieOf, forwardCookies } from '../http/cookies.ts'
import { withSignInTraffic } from '../http/traffic-limit.ts'
import type { AccountContext } from './context.ts'
import { hashToken } from './hashed-session-tokens.ts'
import { findAddressee, type SecondFactorChange } from './letters.ts'
import { endOtherSessions, noteBeginning } from './own-sessions.ts'
import { isRefusal } from './refusal.ts'
import { confirmWith, findSecondFactor, noteRecoveryCodesMade, readCode } from './second-factor.ts'
import * as contract from './second-factor-contract.ts'
import { secondFactorNeed } from './session.ts'
import { sessionTokenIn } from './session-token.ts'
import { guessOfCode, guessOfOwnPassword } from './sign-in-limits.ts'

/** One's own second factor: a code of an app, and ten recovery codes for who lost it. */
export function secondFactorRoutes(app: App, context: AccountContext): void {
  const { authentication, callers, databases, letters, secret } = context

  app.get('/api/second-factor', contract.getSecondFactor, async (request) => {
    const person = personOf(request)
    const found = await findSecondFactor(databases.accounts, person.user.id)
    return {
      since: found?.since.toISOString() ?? null,
      recoveryCodesLeft: found === null ? 0 : await recoveryCodesLeft(person.user.id),
      recoveryCodesMadeAt: found?.recoveryCodesMadeAt.toISOString() ?? null,
      neededFor: secondFactorNeed(context, person),
    }
  })

  app.post('/api/second-factor', withSignInTraffic(contract.beginSecondFactor), async (request) => {
    const { user } = personOf(request)
    if (user.hasSecondFactor) throw new ApiError('second_factor_on')
    const begun = await withPassword(request, (headers, password) =>
      authentication.api.enableTwoFactor({ body: { password }, headers }),
    )
    if (begun.method !== 'totp') throw new Error('a second factor of another kind')
    const address = begun.totpURI
    return {
      address,
      key: new URL(address).searchParams.get('secret') ?? '',
      recoveryCodes: begun.backupCodes,
    }
  })

  app.post(
    '/api/second-factor/confirmations',
    withSignInTraffic(contract.confirmSecondFactor),
    async (request, reply) => {
      const { user } = personOf(request)
      if (user.hasSecondFactor) throw new ApiError('second_factor_on')
      const guess = guessOfCode(secret, user.id)
      await countAttempt(databases.accounts, [guess], 'too_many_guesses')
      const { digits } = readCode(request.body.code)
      const { headers } = await confirmWith(authentication, sessionOf(request), digits)
      await forgetAttempts(databases.accounts, guess)
      await goOnAs(request, reply, headers.getSetCookie())
      await tell(user.id, 'on')
      return reply.code(204).send()
    },
  )

  const recovery = withSignInTraffic(contract.makeRecoveryCodes)
  app.post('/api/second-factor/recovery-codes', recovery, async (request) => {
    const { user } = requireOn(request)
    const { backupCodes } = await withPassword(request, (headers, password) =>
      authentication.api.generateBackupCodes({ body: { password }, headers }),
    )
    await noteRecoveryCodesMade(databases.accounts, user.id)
    await tell(user.id, 'recoveryCodes')
    return { recoveryCodes: backupCodes }
  })

  const removal = withSignInTraffic(contract.removeSecondFactor)
  app.post('/api/second-factor/removals', removal, async (request, reply) => {
    const { user } = requireOn(request)
    const { headers } = await withPassword(request, (own, password) =>
      authentication.api.disableTwoFactor({ body: { password }, headers: own, returnHeaders: true }),
    )
    await goOnAs(request, reply, headers.getSetCookie())
    await tell(user.id, 'off')
    return reply.code(204).send()
  })

  /** @throws ApiError `second_factor_off` */
  function requireOn(request: FastifyRequest) {
    const person = personOf(request)
    if (!person.user.hasSecondFactor) throw new ApiError('second_factor_off')
    return person
  }

  /** @throws ApiError `invalid_fields` where the password is another, `too_many_guesses` */
  async function withPassword<Done>(
    request: FastifyRequest<{ Body: { password: string } }>,
    work: (headers: Headers, password: string) => Promise<Done>,
  ): Promise<Done> {
    const guess = guessOfOwnPassword(secret, personOf(request).user.id)
    await countAttempt(databases.accounts, [guess], 'too_many_guesses')
    try {
      const done = await work(sessionOf(request), request.body.password)
      await forgetAttempts(databases.accounts, guess)
      return done
    } catch (error) {
      if (!isRefusal(error, 'INVALID_PASSWORD')) throw error
      throw new ApiError('invalid_fields', { fields: [{ path: 'password', code: 'password_wrong' }] })
    }
  }

  function sessionOf(request: FastifyRequest): Headers {
    return new Headers({ cookie: `${sessionCookie}=${cookieOf(request, sessionCookie)}` })
  }

  /** The session that asked goes on under a new token; no other goes on at all. */
  async function goOnAs(request: FastifyRequest, reply: FastifyReply, cookies: string[]): Promise<void> {
    const { user } = personOf(request)
    const token = sessionTokenIn(cookies)
    await noteBeginning(databases.accounts, hashToken(token), request)
    await endOtherSessions(databases.accounts, user.id, hashToken(token))
    callers.forgetPerson(user.id)
    forwardCookies(request, reply, cookies)
  }

  async function tell(userId: string, change: SecondFactorChange): Promise<void> {
    const addressee = await findAddressee(databases.accounts, userId)
    if (addressee !== null) letters.secondFactor(addressee, change)
  }

  async function recoveryCodesLeft(userId: string): Promise<number> {
    const { backupCodes } = await authentication.api.viewBackupCodes({ body: { userId } })
    return backupCodes.length
  }
}
