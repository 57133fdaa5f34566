import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { countAttempt, originOf, requireAttemptLeft, takeBackAttempt } from '../http/attempts.ts'
import { personOf } from '../http/authorization.ts'
import { sessionCookie } from '../http/caller.ts'
import { cookieOf, forwardCookies } from '../http/cookies.ts'
import { withSignInTraffic } from '../http/traffic-limit.ts'
import { closingRoutes } from './closing-routes.ts'
import type { AccountContext } from './context.ts'
import { createAccount, getSession, signOut } from './contract.ts'
import { createAccountIn } from './create-account.ts'
import { deletionRoutes } from './deletion-routes.ts'
import { tokenOfAddress } from './email-address.ts'
import { emailRoutes } from './email-routes.ts'
import { noteFirstSignIn, rememberDevice } from './known-device.ts'
import { findAddressee } from './letters.ts'
import { workingOrganizationRoutes } from './organization-routes.ts'
import { ownSessionRoutes } from './own-session-routes.ts'
import { passwordRoutes } from './password-routes.ts'
import { rememberLanguage } from './remember-language.ts'
import { secondFactorRoutes } from './second-factor-routes.ts'
import { answerWithSession, sessionOf } from './session.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { guessOfAccounts, signUpsOf } from './sign-up-limits.ts'

export function accountRoutes(app: App, context: AccountContext): void {
  const { authentication, callers, databases, letters, secret, signUpLimits } = context

  closingRoutes(app, context)
  deletionRoutes(app, context)
  emailRoutes(app, context)
  passwordRoutes(app, context)
  workingOrganizationRoutes(app, context)
  ownSessionRoutes(app, context)
  secondFactorRoutes(app, context)
  signInRoutes(app, context)

  app.post('/api/accounts', withSignInTraffic(createAccount), async (request, reply) => {
    const guess = guessOfAccounts(secret, originOf(request))
    await requireAttemptLeft(databases.accounts, guess, 'too_many_sign_ups')
    const attempts = signUpsOf(secret, originOf(request), signUpLimits)
    // Where no mail leaves, nobody can be written to by many accounts.
    if (letters.leave) await countAttempt(databases.accounts, attempts, 'too_many_sign_ups')
    try {
      const made = await createAccountIn(authentication, request.body)
      const { cookies, sessionTokenHash, userId } = made
      if (letters.leave && !made.isConfirmed) await askToConfirm(userId)
      await noteFirstSignIn(databases.accounts, userId)
      const device = rememberDevice(request, secret, request.body.email)
      const entry = { userId, sessionTokenHash, cookies: [...cookies, device] }
      return await answerWithSession(context, request, reply.code(201), entry)
    } catch (error) {
      // No account came of it: what was mistyped is no account too many.
      if (letters.leave) await takeBackAttempt(databases.accounts, attempts)
      // The answer tells that an account exists, as it must; so only a few of them are given.
      if (error instanceof ApiError && error.code === 'email_taken') {
        await countAttempt(databases.accounts, [guess], 'too_many_sign_ups')
      }
      throw error
    }
  })

  app.delete('/api/session', signOut, async (request, reply) => {
    const cookie = cookieOf(request, sessionCookie)
    if (cookie !== null) {
      const headers = new Headers({ cookie: `${sessionCookie}=${cookie}` })
      const signedOut = await authentication.api.signOut({ headers, returnHeaders: true })
      callers.forgetSession(cookie)
      forwardCookies(request, reply, signedOut.headers.getSetCookie())
    }
    return reply.code(204).send()
  })

  app.get('/api/session', getSession, async (request) => {
    const person = personOf(request)
    await rememberLanguage(databases.accounts, person.user.id, request.headers['accept-language'])
    return sessionOf(context, request, person)
  })

  /** Where mail leaves, invoices are mailed by those alone whose address can be written to. */
  async function askToConfirm(userId: string): Promise<void> {
    const addressee = await findAddressee(databases.accounts, userId)
    if (addressee !== null)
      letters.emailConfirmation(addressee, await tokenOfAddress(authentication, addressee.email))
  }
}
