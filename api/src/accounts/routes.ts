import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
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
import { type Person, sessionCookie } from '../http/caller.ts'
import { cookieOf, forwardCookies } from '../http/cookies.ts'
import { languageOf } from '../http/language.ts'
import { withSignInTraffic } from '../http/traffic-limit.ts'
import { findPerson } from './callers.ts'
import type { AccountContext } from './context.ts'
import { createAccount, getSession, type Session, signIn, signOut } from './contract.ts'
import { createAccountIn } from './create-account.ts'
import { guessOfAccounts, guessOfPassword } from './guesses.ts'
import { knownDevice, rememberDevice } from './known-device.ts'
import { passwordRoutes } from './password-routes.ts'
import { isRefusal } from './refusal.ts'
import { rememberLanguage } from './remember-language.ts'

export function accountRoutes(app: App, context: AccountContext): void {
  const { authentication, callers, databases, publicUrl, secret, supportAddress } = context

  passwordRoutes(app, context)

  app.post('/api/accounts', withSignInTraffic(createAccount), async (request, reply) => {
    const guess = guessOfAccounts(secret, originOf(request))
    await requireAttemptLeft(databases.accounts, guess, 'too_many_sign_ups')
    try {
      const { cookies, userId } = await createAccountIn(authentication, request.body)
      const device = rememberDevice(secret, request.body.email)
      return answer(request, reply.code(201), [...cookies, device], userId)
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
    return answer(request, reply.code(200), cookies, response.user.id)
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
    return sessionOf(request, person)
  })

  async function signInWith(email: string, password: string) {
    try {
      return await authentication.api.signInEmail({ body: { email, password }, returnHeaders: true })
    } catch (error) {
      const refused = ['INVALID_EMAIL_OR_PASSWORD', 'INVALID_EMAIL', 'BANNED_USER']
      if (refused.some((code) => isRefusal(error, code))) throw new ApiError('sign_in_refused')
      throw error
    }
  }

  async function answer(request: FastifyRequest, reply: FastifyReply, cookies: string[], userId: string) {
    const person = await findPerson(databases.accounts, userId)
    if (person === null) throw new ApiError('sign_in_refused')
    await rememberLanguage(databases.accounts, userId, request.headers['accept-language'])
    forwardCookies(request, reply, cookies, publicUrl)
    return reply.send(sessionOf(request, person))
  }

  function sessionOf(
    request: FastifyRequest,
    { user, organization }: Pick<Person, 'user' | 'organization'>,
  ): z.infer<typeof Session> {
    return { user, organization, language: languageOf(request), supportAddress }
  }
}
