import { AsyncLocalStorage } from 'node:async_hooks'
import { hash, verify } from '@node-rs/argon2'
import { type Database, inPerson } from '@stella/database'
import { sql } from 'kysely'
import type { FieldError } from '../http/api-error.ts'
import { isAddress, isCommonPassword } from './password-blocklist.ts'

/** The shortest password: ten characters of anything, as length protects and rules about signs do not. */
export const minPasswordLength = 10

/** Longer ones would only cost us time. */
export const maxPasswordLength = 200

/**
 * argon2id with the least that OWASP advises, 19 MiB and two rounds: about 15 ms here. More memory makes each
 * guess dearer for a thief of the table, and a flood of sign-ins dearer for us.
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Whether a hash was made while something was done: signing in makes one only for an address that nobody has. */
export const reckoning = new AsyncLocalStorage<{ isHashed: boolean }>()

/** Hashing for better-auth. */
export const passwords = {
  hash: (password: string) => {
    const now = reckoning.getStore()
    if (now !== undefined) now.isHashed = true
    return hash(password.normalize('NFKC'), cost)
  },
  verify: ({ hash: stored, password }: { hash: string; password: string }) =>
    verify(stored, password.normalize('NFKC')),
}

/** Why a password cannot be chosen, at its field; none when it can. */
export function problemsOfPassword(password: string, email: string): FieldError[] {
  const path = 'password'
  if (password === '') return [{ path, code: 'required' }]
  if (password.length < minPasswordLength)
    return [{ path, code: 'password_too_short', parameters: { limit: minPasswordLength } }]
  if (password.length > maxPasswordLength)
    return [{ path, code: 'too_long', parameters: { limit: maxPasswordLength } }]
  if (isAddress(password, email)) return [{ path, code: 'password_is_address' }]
  if (isCommonPassword(password)) return [{ path, code: 'password_common' }]
  return []
}

/** Whether it is the password of this person. */
export async function isOwnPassword(accounts: Database, userId: string, password: string): Promise<boolean> {
  const { rows } = await inPerson(accounts, userId, (tx) =>
    sql<{ hash: string }>`
      select password as hash from accounts.account
      where user_id = ${userId} and provider_id = 'credential' and password is not null`.execute(tx),
  )
  const [account] = rows
  return account !== undefined && passwords.verify({ hash: account.hash, password })
}
