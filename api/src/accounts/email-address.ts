import { createEmailVerificationToken } from 'better-auth/api'
import { z } from 'zod'
import { ApiError } from '../http/api-error.ts'
import type { Authentication } from './authentication.ts'
import { isRefusal } from './refusal.ts'
import { sessionTokenIn } from './session-token.ts'

/** Of a new account: until tomorrow. */
const confirmationLifeSeconds = 24 * 3600

/** Of a change: as of a new password. */
const changeLifeSeconds = 3600

/** What the link ends with that confirms the address of an account. */
export async function tokenOfAddress(authentication: Authentication, email: string): Promise<string> {
  const { secret } = await authentication.$context
  return createEmailVerificationToken(secret, email, undefined, confirmationLifeSeconds)
}

/**
 * What the link ends with that changes the address of a person, once. It is written down as theirs, so that a new
 * password ends it like everything else that was sent before.
 */
export async function tokenOfChange(
  authentication: Authentication,
  { id, email }: { id: string; email: string },
  newEmail: string,
): Promise<string> {
  const { internalAdapter, secret } = await authentication.$context
  const token = await createEmailVerificationToken(secret, email, newEmail, changeLifeSeconds, {
    requestType: 'change-email-verification',
  })
  const expiresAt = new Date(Date.now() + changeLifeSeconds * 1000)
  await internalAdapter.createVerificationValue({ identifier: changeOf(token), value: id, expiresAt })
  return token
}

export async function isTaken(authentication: Authentication, email: string): Promise<boolean> {
  const { internalAdapter } = await authentication.$context
  return (await internalAdapter.findUserByEmail(email)) !== null
}

/** An address that was confirmed now; `former` is the one before, of a change. */
export type Confirmed = { email: string; former: string | null }

/** @throws ApiError `confirmation_refused` */
export async function confirmWithToken(authentication: Authentication, token: string): Promise<Confirmed> {
  const { email, updateTo } = claimsIn(token)
  const { internalAdapter } = await authentication.$context
  if (updateTo !== undefined) {
    const change = await internalAdapter.consumeVerificationValue(changeOf(token))
    if (!change || (await isTaken(authentication, updateTo))) throw new ApiError('confirmation_refused')
  }
  try {
    const { headers } = await authentication.api.verifyEmail({ query: { token }, returnHeaders: true })
    // better-auth signs in whoever follows the link; a mailbox is no password, and no second factor.
    const begun = sessionTokenIn(headers.getSetCookie())
    if (begun !== '') await internalAdapter.deleteSession(begun)
  } catch (error) {
    const refused = ['INVALID_TOKEN', 'TOKEN_EXPIRED', 'USER_NOT_FOUND', 'BANNED_USER']
    if (refused.some((code) => isRefusal(error, code))) throw new ApiError('confirmation_refused')
    throw error
  }
  return updateTo === undefined ? { email, former: null } : { email: updateTo, former: email }
}

function changeOf(token: string): string {
  return `change-of-address:${token}`
}

const Claims = z.object({ email: z.string(), updateTo: z.string().optional() })

/** What a token says of itself; whether it was made here is for better-auth to judge. */
function claimsIn(token: string): z.infer<typeof Claims> {
  try {
    const [, body = ''] = token.split('.')
    return Claims.parse(JSON.parse(Buffer.from(body, 'base64url').toString()))
  } catch {
    throw new ApiError('confirmation_refused')
  }
}
