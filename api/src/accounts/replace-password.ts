import { runWithTransaction } from '@better-auth/core/context'
import { ApiError } from '../http/api-error.ts'
import type { Authentication } from './authentication.ts'
import { problemsOfPassword } from './passwords.ts'

/**
 * Gives an account another password and ends its sessions, at the word of whoever runs this Stella. Returns whether
 * there is such an account. A running program lets go of what it remembers of them within half a minute.
 *
 * @throws ApiError `invalid_fields`
 */
export async function replacePasswordIn(
  authentication: Authentication,
  email: string,
  password: string,
): Promise<boolean> {
  const fields = problemsOfPassword(password, email)
  if (fields.length > 0) throw new ApiError('invalid_fields', { fields })
  const { adapter, internalAdapter, password: hashing } = await authentication.$context
  const found = await internalAdapter.findUserByEmail(email.trim().toLowerCase())
  if (found === null) return false
  const hash = await hashing.hash(password)
  await runWithTransaction(adapter, async () => {
    await internalAdapter.updatePassword(found.user.id, hash)
    await internalAdapter.deleteUserSessions(found.user.id)
  })
  return true
}
