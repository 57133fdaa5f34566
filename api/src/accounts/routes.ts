import type { FastifyRequest } from 'fastify'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import {
  countAttempt,
  forgetAttempts,
  originOf,
  requireAttemptLeft,
  takeBackAttempt,
} from '../http/attempts.ts'
import { personOf } from '../http/authorization.ts'
import { sessionCookie } from '../http/caller.ts'
import { cookieOf, forwardCookies } from '../http/cookies.ts'
import { withSignInTraffic } from '../http/traffic-limit.ts'
import type { AccountContext } from './context.ts'
import { createAccount, getSession, signIn, signOut } from './contract.ts'
import { createAccountIn } from './create-account.ts'
import { deviceOf } from './device.ts'
import { guessOfAccounts, guessOfPassword } from './guesses.ts'
import { hashToken } from './hashed-session-tokens.ts'
import { knownDevice, rememberDevice } from './known-device.ts'
import { findAddressee } from './letters.ts'
import { workingOrganizationRoutes } from './organization-routes.ts'
import { ownSessionRoutes } from './own-session-routes.ts'
import { passwordRoutes } from './password-routes.ts'
import { isRefusal } from './refusal.ts'
import { rememberLanguage } from './remember-language.ts'
import { answerWithSession, sessionOf } from './session.ts'
import { workWhereLast } from './working-organization.ts'

export function accountRoutes(app: App, context: AccountContext): void {
  const { authentication, callers, databases, letters, publicUrl, secret } = context

  passwordRoutes(app, context)
  workingOrganizationRoutes(app, context)
  ownSessionRoutes(app, context)

  app.post('/api/accounts', withSignInTraffic(createAccount), async (request, reply) => {
    const guess = guessOfAccounts(secret, originOf(request))
    await requireAttemptLeft(databases.accounts, guess, 'too_many_sign_ups')
    try {
      const { cookies, sessionTokenHash, userId } = await createAccountIn(authentication, request.body)
      const device = rememberDevice(secret, request.body.email)
      const entry = { userId, sessionTokenHash, cookies: [...cookies, device] }
      return await answerWithSession(context, request, reply.code(201), entry)
    } catch (error) {
      // The answer tells that an account exists, as it must; so only a few of them are given.
      if (error instanceof ApiError && error.code === 'email_taken') {
        await countAttempt(databases.accounts, [guess], 'too_many_sign_ups')
      }
      throw error
    }
  })

  app.post('/api/session', withSignInTraffic(signIn), async (request, reply) => {
    const { email, password } = request.body
    const device = knownDevice(request, secret, email)
    const guess = guessOfPassword(secret, { email, device, origin: originOf(request) })
    await countAttempt(databases.accounts, [guess.own, ...guess.shared], 'too_many_guesses')
    const { headers, response } = await signInWith(email.trim(), password)
    await forgetAttempts(databases.accounts, guess.own)
    await takeBackAttempt(databases.accounts, guess.shared)
    const cookies = [...headers.getSetCookie(), rememberDevice(secret, email)]
    const sessionTokenHash = hashToken(response.token)
    await workWhereLast(databases.accounts, sessionTokenHash)
    if (device === null) await tellOfNewDevice(request, response.user.id)
    const entry = { userId: response.user.id, sessionTokenHash, cookies }
    return answerWithSession(context, request, reply.code(200), entry)
  })

  app.delete('/api/session', signOut, async (request, reply) => {
    const cookie = cookieOf(request, sessionCookie)
    if (cookie !== null) {
      const headers = new Headers({ cookie: `${sessionCookie}=${cookie}` })
      const signedOut = await authentication.api.signOut({ headers, returnHeaders: true })
      callers.forgetSession(cookie)
      forwardCookies(request, reply, signedOut.headers.getSetCookie(), publicUrl)
    }
    return reply.code(204).send()
  })

  app.get('/api/session', getSession, async (request) => {
    const person = personOf(request)
    await rememberLanguage(databases.accounts, person.user.id, request.headers['accept-language'])
    return sessionOf(context, request, person)
  })

  /** Whoever signs in where they never did hears of it by mail: it may not have been they. */
  async function tellOfNewDevice(request: FastifyRequest, userId: string): Promise<void> {
    const addressee = await findAddressee(databases.accounts, userId)
    if (addressee !== null) letters.newDevice(addressee, deviceOf(request.headers['user-agent'] ?? null))
  }

  async function signInWith(email: string, password: string) {
    try {
      return await authentication.api.signInEmail({ body: { email, password }, returnHeaders: true })
    } catch (error) {
      const refused = ['INVALID_EMAIL_OR_PASSWORD', 'INVALID_EMAIL', 'BANNED_USER']
      if (refused.some((code) => isRefusal(error, code))) throw new ApiError('sign_in_refused')
      throw error
    }
  }
}
