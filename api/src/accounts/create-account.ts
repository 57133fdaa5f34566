import { randomUUID } from 'node:crypto'
import { runWithTransaction } from '@better-auth/core/context'
import { ApiError, type FieldError } from '../http/api-error.ts'
import type { Authentication } from './authentication.ts'
import { hashToken } from './hashed-session-tokens.ts'
import { problemsOfPassword } from './passwords.ts'
import { isRefusal } from './refusal.ts'

export type NewAccount = {
  name: string
  email: string
  password: string
  /** The business; only an account of the support desk may do without. */
  organizationName?: string
  /** Whether the account may see the failing bookings of all organizations. */
  supportRole?: boolean
  /** Whether whoever makes it knows that its address is theirs; else a letter asks. */
  isConfirmed?: boolean
}

export type CreatedAccount = {
  userId: string
  organizationId: string | null
  /** Whether its address needs no letter any more. */
  isConfirmed: boolean
  /** Of the session it begins, as its token is stored. */
  sessionTokenHash: string
  /** Set-Cookie headers that sign the person in. */
  cookies: string[]
}

/**
 * Makes a person with their organization, both or neither.
 *
 * @throws ApiError `invalid_fields`, `email_taken`
 */
export async function createAccountIn(
  authentication: Authentication,
  input: NewAccount,
): Promise<CreatedAccount> {
  const account = validated(input)
  const { adapter, internalAdapter } = await authentication.$context
  return runWithTransaction(adapter, async () => {
    const { headers, response } = await signUp(authentication, account)
    const userId = response.user.id
    if (account.supportRole) await internalAdapter.updateUser(userId, { role: 'support' })
    if (account.isConfirmed) await internalAdapter.updateUser(userId, { emailVerified: true })
    const organization =
      account.organizationName === undefined
        ? null
        : await authentication.api.createOrganization({
            body: { name: account.organizationName, slug: randomUUID(), userId },
          })
    return {
      userId,
      organizationId: organization?.id ?? null,
      isConfirmed: response.user.emailVerified || account.isConfirmed === true,
      sessionTokenHash: hashToken(response.token ?? ''),
      cookies: headers.getSetCookie(),
    }
  })
}

async function signUp(authentication: Authentication, { name, email, password }: NewAccount) {
  try {
    return await authentication.api.signUpEmail({ body: { name, email, password }, returnHeaders: true })
  } catch (error) {
    if (isRefusal(error, 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL')) {
      throw new ApiError('email_taken', { fields: [{ path: 'email', code: 'email_taken' }] })
    }
    if (isRefusal(error, 'INVALID_EMAIL')) {
      throw new ApiError('invalid_fields', { fields: [{ path: 'email', code: 'email_invalid' }] })
    }
    throw error
  }
}

const nameLength = 100
const emailLength = 254

function validated(input: NewAccount): NewAccount {
  const problems: FieldError[] = []
  const readText = (path: string, text: string, limit: number) => {
    const trimmed = text.trim()
    if (trimmed === '') problems.push({ path, code: 'required' })
    else if (trimmed.length > limit) problems.push({ path, code: 'too_long', parameters: { limit } })
    else if (/\p{Cc}/u.test(trimmed)) problems.push({ path, code: 'character_not_allowed' })
    return trimmed
  }
  const name = readText('name', input.name, nameLength)
  const email = readText('email', input.email, emailLength)
  const organizationName =
    input.organizationName === undefined
      ? undefined
      : readText('organizationName', input.organizationName, nameLength)
  const { password } = input
  problems.push(...problemsOfPassword(password, email))
  if (problems.length > 0) throw new ApiError('invalid_fields', { fields: problems })
  return { ...input, name, email, password, ...(organizationName === undefined ? {} : { organizationName }) }
}
