import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { countAttempt, forgetAttempts, originOf, takeBackAttempt } from '../http/attempts.ts'
import { forwardCookies } from '../http/cookies.ts'
import { withSignInTraffic } from '../http/traffic-limit.ts'
import type { AccountContext } from './context.ts'
import { signIn, signInWithCode } from './contract.ts'
import { deviceOf } from './device.ts'
import { hashToken } from './hashed-session-tokens.ts'
import { knownDevice, noteFirstSignIn, rememberDevice } from './known-device.ts'
import { findAddressee } from './letters.ts'
import { reckoning } from './passwords.ts'
import { isRefusal } from './refusal.ts'
import { type Code, challengeIn, isChallengeCookie, readCode, verifyChallenged } from './second-factor.ts'
import { answerWithSession } from './session.ts'
import { guessOfCode, guessOfPassword, useOfCode } from './sign-in-limits.ts'
import { workWhereLast } from './working-organization.ts'

/** Signing in: with a password, and with a code after it where the account has a second factor. */
export function signInRoutes(app: App, context: AccountContext): void {
  const { authentication, databases, letters, secret } = context

  app.post('/api/session', withSignInTraffic(signIn), async (request, reply) => {
    const { email, password } = request.body
    const device = knownDevice(request, secret, email)
    const guess = guessOfPassword(secret, { email, device, origin: originOf(request) })
    await countAttempt(databases.accounts, [guess.own, ...guess.shared], 'too_many_guesses')
    const { headers, response } = await signInWith(email.trim(), password)
    await forgetAttempts(databases.accounts, guess.own)
    await takeBackAttempt(databases.accounts, guess.shared)
    const cookies = headers.getSetCookie()
    if ('twoFactorRedirect' in response) {
      forwardCookies(request, reply, cookies.filter(isChallengeCookie))
      return reply.code(202).send({ asks: 'code' })
    }
    return enter(request, reply, { by: 'password', user: response.user, token: response.token, cookies })
  })

  app.post('/api/session/codes', withSignInTraffic(signInWithCode), async (request, reply) => {
    const challenge = await challengeIn(authentication, request)
    const guess = guessOfCode(secret, challenge.userId)
    await countAttempt(databases.accounts, [guess], 'too_many_guesses')
    const code = readCode(request.body.code)
    await useOnce(challenge.userId, code.digits)
    const { headers, response } = await verifyChallenged(authentication, challenge, code)
    await forgetAttempts(databases.accounts, guess)
    const { token = '', user } = response
    return enter(request, reply, { by: code.kind, user, token, cookies: headers.getSetCookie() })
  })

  type Entry = {
    by: 'password' | Code['kind']
    user: { id: string; email: string }
    token: string
    cookies: string[]
  }

  async function enter(request: FastifyRequest, reply: FastifyReply, { by, user, token, cookies }: Entry) {
    const { email, id: userId } = user
    request.log.info({ userId, by, ip: request.ip }, 'signed in')
    const isKnown = knownDevice(request, secret, email) !== null
    const sessionTokenHash = hashToken(token)
    await workWhereLast(databases.accounts, sessionTokenHash)
    const isFirst = await noteFirstSignIn(databases.accounts, userId)
    if (!isKnown && !isFirst) await tellOfNewDevice(request, userId)
    const device = rememberDevice(request, secret, email)
    const entry = { userId, sessionTokenHash, cookies: [...cookies, device] }
    return answerWithSession(context, request, reply.code(200), entry)
  }

  /** Whoever read a code over a shoulder, or on the way, comes too late with it. @throws ApiError `invalid_fields` */
  async function useOnce(userId: string, code: string): Promise<void> {
    try {
      await countAttempt(databases.accounts, [useOfCode(secret, userId, code)], 'too_many_guesses')
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      throw new ApiError('invalid_fields', { fields: [{ path: 'code', code: 'code_used' }] })
    }
  }

  /** Whoever signs in where they never did hears of it by mail: it may not have been they. */
  async function tellOfNewDevice(request: FastifyRequest, userId: string): Promise<void> {
    const addressee = await findAddressee(databases.accounts, userId)
    if (addressee !== null) letters.newDevice(addressee, deviceOf(request.headers['user-agent'] ?? null))
  }

  async function signInWith(email: string, password: string) {
    const now = { isHashed: false }
    try {
      const input = { body: { email, password }, returnHeaders: true } as const
      return await reckoning.run(now, () => authentication.api.signInEmail(input))
    } catch (error) {
      const refused = ['INVALID_EMAIL_OR_PASSWORD', 'INVALID_EMAIL', 'BANNED_USER']
      if (!refused.some((code) => isRefusal(error, code))) throw error
      if (now.isHashed) await askForNoPassword()
      throw new ApiError('sign_in_refused')
    }
  }

  /** What better-auth asks of an address that somebody has, so that one that nobody has costs the same. */
  async function askForNoPassword(): Promise<void> {
    const { internalAdapter } = await authentication.$context
    await internalAdapter.findAccounts(randomUUID())
  }
}
