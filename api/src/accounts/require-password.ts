import { ApiError } from '../http/api-error.ts'
import { countAttempt, forgetAttempts } from '../http/attempts.ts'
import type { AccountContext } from './context.ts'
import { isOwnPassword } from './passwords.ts'
import { guessOfOwnPassword } from './sign-in-limits.ts'

/**
 * Goes on only where the password is that of whoever sits there.
 *
 * @throws ApiError `invalid_fields` at `password`, `too_many_guesses`
 */
export async function requirePassword(
  { databases, secret }: Pick<AccountContext, 'databases' | 'secret'>,
  userId: string,
  password: string,
): Promise<void> {
  const guess = guessOfOwnPassword(secret, userId)
  await countAttempt(databases.accounts, [guess], 'too_many_guesses')
  if (!(await isOwnPassword(databases.accounts, userId, password)))
    throw new ApiError('invalid_fields', { fields: [{ path: 'password', code: 'password_wrong' }] })
  await forgetAttempts(databases.accounts, guess)
}
