import { z } from 'zod'
import { ApiError } from '../http/api-error.ts'
import type { App } from '../http/app.ts'
import { countAttempt, forgetAttempts, originOf } from '../http/attempts.ts'
import { personOf } from '../http/authorization.ts'
import { sessionCookie } from '../http/caller.ts'
import { cookieOf, forwardCookies } from '../http/cookies.ts'
import { withSignInTraffic } from '../http/traffic-limit.ts'
import type { AccountContext } from './context.ts'
import { hashToken } from './hashed-session-tokens.ts'
import { resetsOf } from './letter-limits.ts'
import { findAddressee, forgetResets } from './letters.ts'
import { noteBeginning } from './own-sessions.ts'
import { changePassword, requestPasswordReset, resetPassword } from './password-contract.ts'
import { problemsOfPassword } from './passwords.ts'
import { isRefusal } from './refusal.ts'
import { guessOfOwnPassword } from './sign-in-limits.ts'

const readableEmail = z.email()

/** Choosing a password anew, by whoever forgot it and by whoever knows it. */
export function passwordRoutes(app: App, context: AccountContext): void {
  const { authentication, callers, databases, letters, secret } = context
  const underWay = new Set<Promise<void>>()
  app.addHook('onClose', async () => {
    await Promise.all(underWay)
  })

  app.post('/api/password-resets', requestPasswordReset, async (request, reply) => {
    const email = request.body.email.trim()
    if (!readableEmail.safeParse(email).success) {
      throw new ApiError('invalid_fields', { fields: [{ path: 'email', code: 'email_invalid' }] })
    }
    const asked = resetsOf(secret, { email, origin: originOf(request) })
    await countAttempt(databases.accounts, asked, 'too_many_resets')
    // After the answer: how long it takes tells whether there is an account.
    const work: Promise<void> = sendReset(email)
      .catch((error) => request.log.error({ err: error }, 'no letter to choose a password'))
      .finally(() => underWay.delete(work))
    underWay.add(work)
    return reply.code(202).send({ letter: letters.leave ? 'mail' : 'folder' })
  })

  app.post('/api/password-resets/password', withSignInTraffic(resetPassword), async (request, reply) => {
    const { password, token } = request.body
    const userId = await ownerOf(token)
    const addressee = await findAddressee(databases.accounts, userId)
    requireUsable(password, addressee?.email ?? '')
    await resetWith(token, password)
    callers.forgetPerson(userId)
    return reply.code(204).send()
  })

  app.put('/api/session/password', withSignInTraffic(changePassword), async (request, reply) => {
    const { user } = personOf(request)
    const { currentPassword, password } = request.body
    requireUsable(password, user.email)
    const guess = guessOfOwnPassword(secret, user.id)
    await countAttempt(databases.accounts, [guess], 'too_many_guesses')
    const cookie = `${sessionCookie}=${cookieOf(request, sessionCookie)}`
    const changed = await changeWith(new Headers({ cookie }), currentPassword, password)
    await forgetAttempts(databases.accounts, guess)
    if (changed.response.token)
      await noteBeginning(databases.accounts, hashToken(changed.response.token), request)
    callers.forgetPerson(user.id)
    await forgetResets(databases.accounts, user.id)
    const addressee = await findAddressee(databases.accounts, user.id)
    if (addressee !== null) letters.passwordChanged(addressee)
    forwardCookies(request, reply, changed.headers.getSetCookie())
    return reply.code(204).send()
  })

  async function sendReset(email: string): Promise<void> {
    await authentication.api.requestPasswordReset({ body: { email } })
  }

  /** @throws ApiError `reset_refused` */
  async function ownerOf(token: string): Promise<string> {
    const { internalAdapter } = await authentication.$context
    const asked = await internalAdapter.findVerificationValue(`reset-password:${token}`)
    if (!asked) throw new ApiError('reset_refused')
    if ((await findAddressee(databases.accounts, asked.value)) === null) throw new ApiError('reset_refused')
    return asked.value
  }

  /** @throws ApiError `reset_refused` */
  async function resetWith(token: string, newPassword: string): Promise<void> {
    try {
      await authentication.api.resetPassword({ body: { newPassword, token } })
    } catch (error) {
      if (isRefusal(error, 'INVALID_TOKEN')) throw new ApiError('reset_refused')
      throw error
    }
  }

  /** @throws ApiError `invalid_fields` where the present password is another */
  async function changeWith(headers: Headers, currentPassword: string, newPassword: string) {
    try {
      const body = { currentPassword, newPassword, revokeOtherSessions: true }
      return await authentication.api.changePassword({ body, headers, returnHeaders: true })
    } catch (error) {
      if (!isRefusal(error, 'INVALID_PASSWORD')) throw error
      throw new ApiError('invalid_fields', { fields: [{ path: 'currentPassword', code: 'password_wrong' }] })
    }
  }
}

/** @throws ApiError `invalid_fields` */
function requireUsable(password: string, email: string): void {
  const fields = problemsOfPassword(password, email)
  if (fields.length > 0) throw new ApiError('invalid_fields', { fields })
}
